package org.galton.statistics.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.galton.statistics.Estimate;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  private static final double[] VALUES = {1, 0, .5, .75, .25, 1, 0, 1};

  private final Bootstrap bootstrap = Bootstrap.withDefaults();

  @Test
  void theErrorIsThatOfTheMeanUpToTheKnownFactor() {
    Estimate estimate = bootstrap.of("pass@1", VALUES, 3);
    assertThat(estimate.value()).hasValue(0.5625);
    // The standard deviation of 2,000 means is itself known to 1/sqrt(4000) = 1.6 %; three of
    // these.
    assertThat(estimate.standardError().orElseThrow())
        .isCloseTo(0.1549049248 * Math.sqrt(7 / 8.0), Percentage.withPercentage(4.8));
    assertThat(estimate.promptsShort()).isEqualTo(3);
  }

  @Test
  void theIntervalStaysInsideTheValuesWhereTheNormalOneDoesNot() {
    double[] nearlyAlways = {1, 1, 1, 1, 1, 1, 1, 0.5};
    assertThat(PromptMean.withDefaults().of(nearlyAlways, 0).high().orElseThrow()).isGreaterThan(1);
    Estimate estimate = bootstrap.of("pass@1", nearlyAlways, 0);
    assertThat(estimate.high()).hasValue(1);
    assertThat(estimate.low().orElseThrow()).isBetween(0.75, 0.9375);
  }

  @Test
  void twoPromptsHaveThreeResampledMeans() {
    // Means 0, 1/2, 1 with chances 1/4, 1/2, 1/4: the 95 % percentiles are the ends.
    Estimate estimate = bootstrap.of("pass@1", new double[] {0, 1}, 0);
    assertThat(estimate.low()).hasValue(0);
    assertThat(estimate.high()).hasValue(1);
    Estimate half = bootstrap.withConfidence(0.4).of("pass@1", new double[] {0, 1}, 0);
    assertThat(half.low()).hasValue(0.5);
    assertThat(half.high()).hasValue(0.5);
  }

  @Test
  void familiesAreResampledWhole() {
    double[] values = {1, 1, 1, 1, 0, 0, 0, 0};
    List<String> families = List.of("a", "a", "a", "a", "b", "b", "b", "b");
    Estimate whole = bootstrap.of("pass@1", values, families, 0);
    assertThat(whole.low()).hasValue(0);
    assertThat(whole.high()).hasValue(1);
    assertThat(whole.standardError().orElseThrow())
        .isGreaterThan(1.5 * bootstrap.of("pass@1", values, 0).standardError().orElseThrow());
  }

  @Test
  void aFamilyPerPromptIsThePlainBootstrap() {
    List<String> own = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    assertThat(bootstrap.of("pass@1", VALUES, own, 0)).isEqualTo(bootstrap.of("pass@1", VALUES, 0));
  }

  @Test
  void theOrderOfPromptsDoesNotChangeABit() {
    long seed = 23;
    Random random = new Random(seed);
    double[] values = random.doubles(200).toArray();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      order.add(i);
    }
    List<Estimate> plain = new ArrayList<>();
    List<Estimate> clustered = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      double[] shuffled = order.stream().mapToDouble(i -> values[i]).toArray();
      List<String> families = order.stream().map(i -> "family " + i % 23).toList();
      plain.add(bootstrap.of("pass@1", shuffled, 0));
      clustered.add(bootstrap.of("pass@1", shuffled, families, 0));
      Collections.shuffle(order, random);
    }
    assertThat(plain).as("seed " + seed).containsOnly(plain.get(0));
    assertThat(clustered).as("seed " + seed).containsOnly(clustered.get(0));
  }

  @Test
  void theMetricsNameSeedsTheResampling() {
    assertThat(bootstrap.of("pass@2", VALUES, 0).standardError())
        .isNotEqualTo(bootstrap.of("pass@1", VALUES, 0).standardError());
  }

  @Test
  void onePromptOrOneFamilyHasNoError() {
    assertThat(bootstrap.of("pass@1", new double[] {1}, 0).standardError()).isEmpty();
    assertThat(bootstrap.of("pass@1", new double[] {1, 0}, List.of("a", "a"), 0).low()).isEmpty();
    assertThat(bootstrap.of("pass@1", new double[0], 5).value()).isEmpty();
  }

  @Test
  void invalidArgumentsAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> bootstrap.withResamples(1))
        .hasMessage("Invalid resamples 1: expected 2 or more");
    assertThatThrownBy(() -> bootstrap.of("pass@1", new double[] {Double.NaN}, 0))
        .hasMessage("Invalid prompt value NaN: expected a finite number");
    assertThatThrownBy(() -> bootstrap.of("pass@1", VALUES, List.of("a"), 0))
        .hasMessage("Invalid number of clusters 1: expected one per prompt value (8)");
  }

  @Test
  void theMedianHasAnIntervalOfResampledMedians() {
    double[] values = {5, 1, 4, 2, 100};
    Estimate median = Bootstrap.withDefaults().ofMedian("median", values, 3);
    assertThat(median.value()).hasValue(4);
    assertThat(median.low()).hasValue(1);
    assertThat(median.high()).hasValue(100);
    assertThat(median.promptsShort()).isEqualTo(3);
    double[] reordered = {100, 4, 5, 2, 1};
    assertThat(Bootstrap.withDefaults().ofMedian("median", reordered, 3)).isEqualTo(median);
  }

  @Test
  void theMedianOfFewValuesHasNoInterval() {
    Estimate one = Bootstrap.withDefaults().ofMedian("median", new double[] {2.5}, 0);
    assertThat(one.value()).hasValue(2.5);
    assertThat(one.low()).isEmpty();
    assertThat(Bootstrap.withDefaults().ofMedian("median", new double[0], 1).value()).isEmpty();
  }

  @Test
  void anotherSeedResamplesAnew() {
    double[] values = {0.1, 0.4, 0.2, 0.9, 0.5};
    Estimate first = Bootstrap.withDefaults().withSeed(42).of("mean", values, 0);
    assertThat(Bootstrap.withDefaults().withSeed(42).of("mean", values, 0)).isEqualTo(first);
    assertThat(Bootstrap.withDefaults().withSeed(43).of("mean", values, 0)).isNotEqualTo(first);
  }
}
