package org.galton.statistics.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.galton.statistics.Interval;
import org.junit.jupiter.api.Test;

class PercentileBootstrapTest {

  @Test
  void theEndsArePercentiles() {
    double[] values = IntStream.rangeClosed(0, 100).mapToDouble(i -> 100 - i).toArray();
    Interval interval = PercentileBootstrap.interval(values, 0.9);
    assertThat(interval.low()).isCloseTo(5, within(1e-12));
    assertThat(interval.high()).isCloseTo(95, within(1e-12));
  }

  @Test
  void thePValueCountsTheSideOfZeroWithFewerValues() {
    assertThat(PercentileBootstrap.pValue(new double[] {1, 2, 3, -1, 4, 5, 6, 7, 8}))
        .isEqualTo(0.4);
    assertThat(PercentileBootstrap.pValue(new double[] {-1, -2, -3})).isEqualTo(0.5);
    assertThat(PercentileBootstrap.pValue(new double[] {0, 0})).isEqualTo(1);
  }

  @Test
  void noValuesAreRefused() {
    assertThatThrownBy(() -> PercentileBootstrap.pValue(new double[0]))
        .hasMessage("Invalid number of resampled values 0: expected 1 or more");
  }
}
