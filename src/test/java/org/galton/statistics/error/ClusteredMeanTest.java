package org.galton.statistics.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.galton.statistics.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusteredMeanTest {

  private static final double[] VALUES = {1, 0, .5, .75, .25, 1, 0, 1};
  private static final List<String> CLUSTERS = List.of("a", "a", "a", "b", "b", "c", "d", "d");

  private final ClusteredMean mean = ClusteredMean.withDefaults();

  @ParameterizedTest
  @CsvSource({
    "ADDED_COVARIANCE, 0.0838317498",
    "SANDWICH, 0.0634690500",
    "SMALL_SAMPLE, 0.0732877462"
  })
  void everyFormHasItsKnownAnswer(ClusterVariance form, double expected) {
    ClusteredEstimate clustered = mean.with(form).of(VALUES, CLUSTERS, 0);
    assertThat(clustered.estimate().value()).hasValue(0.5625);
    assertThat(clustered.estimate().standardError().orElseThrow())
        .isCloseTo(expected, within(5e-11));
    assertThat(clustered.clusters()).isEqualTo(4);
    assertThat(clustered.fewClusters()).isTrue();
  }

  @Test
  void theIntervalUsesStudentsT() {
    Estimate estimate = mean.of(VALUES, CLUSTERS, 0).estimate();
    // Two-sided 95 % quantile of t with 3 degrees, R: qt(0.975, 3).
    assertThat(estimate.high().orElseThrow())
        .isCloseTo(0.5625 + 3.182446305284263 * 0.0732877462, within(1e-9));
  }

  @Test
  void oneClusterPerPromptGivesThePlainError() {
    List<String> own = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    double clustered = mean.of(VALUES, own, 0).estimate().standardError().orElseThrow();
    double plain = PromptMean.withDefaults().of(VALUES, 0).standardError().orElseThrow();
    assertThat(clustered).isCloseTo(plain, within(1e-16));
  }

  @Test
  void identicalCopiesOfEveryPromptDoNotShrinkTheSandwich() {
    double[] originals = {1, 0, .5, .75};
    double[] copied = {1, 1, 1, 0, 0, 0, .5, .5, .5, .75, .75, .75};
    List<String> families = List.of("a", "a", "a", "b", "b", "b", "c", "c", "c", "d", "d", "d");
    ClusteredMean sandwich = mean.with(ClusterVariance.SANDWICH);
    double once = error(sandwich.of(originals, List.of("a", "b", "c", "d"), 0));
    assertThat(error(sandwich.of(copied, families, 0))).isCloseTo(once, within(1e-15));
  }

  @Test
  void negativeCovarianceIsFlooredAtZero() {
    double[] opposed = {1, 0, 1, 0};
    ClusteredMean added = mean.with(ClusterVariance.ADDED_COVARIANCE);
    assertThat(error(added.of(opposed, List.of("a", "a", "b", "b"), 0))).isBetween(0.0, 0.15);
    double[] wide = {3, -3, 3, -3, 3, -3, 3, -3};
    List<String> two = List.of("a", "a", "a", "a", "b", "b", "b", "b");
    assertThat(error(added.of(wide, two, 0))).isNotNegative();
  }

  @Test
  void oneFamilyHasAMeanAndNoError() {
    ClusteredEstimate one = mean.of(new double[] {0, 1}, List.of("a", "a"), 2);
    assertThat(one.estimate().value()).hasValue(0.5);
    assertThat(one.estimate().standardError()).isEmpty();
    assertThat(one.estimate().promptsShort()).isEqualTo(2);
    assertThat(mean.of(new double[0], List.of(), 2).estimate().value()).isEmpty();
  }

  @Test
  void theOrderOfPromptsDoesNotChangeABit() {
    long seed = 7;
    Random random = new Random(seed);
    double[] values = random.doubles(999).toArray();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      order.add(i);
    }
    List<ClusteredEstimate> results = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      double[] shuffled = order.stream().mapToDouble(i -> values[i]).toArray();
      List<String> clusters = order.stream().map(i -> "family " + i % 37).toList();
      results.add(mean.of(shuffled, clusters, 0));
      Collections.shuffle(order, random);
    }
    assertThat(results).as("seed " + seed).containsOnly(results.get(0));
  }

  @Test
  void invalidArgumentsAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> mean.of(VALUES, List.of("a"), 0))
        .hasMessage("Invalid number of clusters 1: expected one per prompt value (8)");
    assertThatThrownBy(() -> mean.of(new double[] {Double.NaN}, List.of("a"), 0))
        .hasMessage("Invalid prompt value NaN: expected a finite number");
  }

  private static double error(ClusteredEstimate clustered) {
    return clustered.estimate().standardError().orElseThrow();
  }
}
