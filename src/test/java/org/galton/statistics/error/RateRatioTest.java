package org.galton.statistics.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.galton.statistics.Interval;
import org.galton.statistics.error.RateRatio.Cluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RateRatioTest {
  // Pairs of rates that HAL publishes, of a thousand each; their ratios are given to two digits.
  @ParameterizedTest
  @CsvSource({
    "564, 23, 24.52",
    "670, 447, 1.50",
    "288, 97, 2.97",
    "502, 269, 1.87",
    "756, 516, 1.47"
  })
  void ratiosAreThePublishedOnes(int a, int b, double ratio) {
    assertThat(RateRatio.of(List.of(new Cluster(a, 1000, b, 1000))).ratio())
        .hasValueCloseTo(ratio, within(0.005));
  }

  @Test
  void singleEventsHaveKatzInterval() {
    List<Cluster> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      events.add(new Cluster(i < 30 ? 1 : 0, 1, 0, 0));
      events.add(new Cluster(0, 0, i < 12 ? 1 : 0, 1));
    }
    RateRatio ratio = RateRatio.of(events);
    double half =
        1.959963984540054 * Math.sqrt(80.0 / 79 * (1 / 30.0 - 1 / 40.0 + 1 / 12.0 - 1 / 40.0));
    assertThat(ratio.ratio()).hasValueCloseTo(2.5, within(1e-14));
    Interval interval = ratio.interval().orElseThrow();
    assertThat(interval.low()).isCloseTo(2.5 * Math.exp(-half), within(1e-12));
    assertThat(interval.high()).isCloseTo(2.5 * Math.exp(half), within(1e-12));
  }

  // What happens to one rollout of a problem happens to all: five times as many tell no more.
  @Test
  void copiesWithinClustersTellNothingNew() {
    List<Cluster> once =
        List.of(new Cluster(1, 1, 0, 1), new Cluster(0, 1, 1, 1), new Cluster(1, 1, 0, 2));
    List<Cluster> five =
        List.of(new Cluster(5, 5, 0, 5), new Cluster(0, 5, 5, 5), new Cluster(5, 5, 0, 10));
    Interval one = RateRatio.of(once).interval().orElseThrow();
    Interval many = RateRatio.of(five).interval().orElseThrow();
    assertThat(many.low()).isCloseTo(one.low(), within(1e-12));
    assertThat(many.high()).isCloseTo(one.high(), within(1e-12));
  }

  @Test
  void withoutEventsOrTrialsOrVariationThereIsNone() {
    assertThat(RateRatio.of(List.of()).ratio()).isEmpty();
    assertThat(RateRatio.of(List.of(new Cluster(1, 2, 0, 5))).ratio()).isEmpty();
    assertThat(RateRatio.of(List.of(new Cluster(0, 0, 1, 5))).ratio()).isEmpty();
    RateRatio none = RateRatio.of(List.of(new Cluster(0, 2, 1, 5), new Cluster(0, 2, 1, 5)));
    assertThat(none.ratio()).hasValue(0);
    assertThat(none.interval()).isEmpty();
    RateRatio alike = RateRatio.of(List.of(new Cluster(2, 2, 5, 5), new Cluster(2, 2, 5, 5)));
    assertThat(alike.ratio()).hasValue(1);
    assertThat(alike.interval()).isEmpty();
    assertThatThrownBy(() -> new Cluster(3, 2, 0, 0)).hasMessageContaining("Invalid cluster");
  }
}
