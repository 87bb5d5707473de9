package org.galton.statistics.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelPermutationTest {
  private static final LabelPermutation TEST = LabelPermutation.withDefaults();

  @Test
  void thePValueIsTheShareOfRelabelingsThatReachTheDifference() {
    // Of the 20 ways to choose 3 of 6 values, 2 are as far apart as {1, 2, 3} and {7, 8, 9}.
    TestResult test = TEST.of("edge", new double[] {1, 2, 3}, new double[] {7, 8, 9});
    assertThat(test.statistic()).hasValue(-6);
    assertThat(test.pValue().orElseThrow()).isCloseTo(0.1, within(0.01));
    assertThat(test.values()).isEqualTo(6);
  }

  @Test
  void neitherTheOrderOfTheValuesNorThatOfTheConditionsMatters() {
    double[] few = {0.3, 0.1, 0.9};
    double[] many = {0.2, 0.25, 0.7, 0.11, 0.5};
    TestResult test = TEST.of("order", few, many);
    assertThat(TEST.of("order", new double[] {0.9, 0.3, 0.1}, many)).isEqualTo(test);
    TestResult swapped = TEST.of("order", many, few);
    assertThat(swapped.pValue()).isEqualTo(test.pValue());
    assertThat(swapped.statistic().orElseThrow()).isEqualTo(-test.statistic().orElseThrow());
  }

  @Test
  void theSeedAndTheNameFixTheDraws() {
    double[] first = {1, 4, 2, 8, 5};
    double[] second = {7, 3, 9, 6};
    TestResult test = TEST.of("name", first, second);
    assertThat(TEST.of("name", first, second)).isEqualTo(test);
    assertThat(TEST.withSeed(43).of("name", first, second)).isNotEqualTo(test);
    assertThat(TEST.of("another name", first, second)).isNotEqualTo(test);
  }

  @Test
  void conditionsWithoutAnySpreadDoNotDiffer() {
    TestResult test = TEST.of("flat", new double[] {0.1, 0.1}, new double[] {0.1, 0.1, 0.1});
    assertThat(test.statistic()).hasValue(0);
    assertThat(test.pValue()).hasValue(1);
  }

  @Test
  void aConditionWithoutValuesLeavesAReason() {
    TestResult test = TEST.of("empty", new double[0], new double[] {1, 2});
    assertThat(test.status()).isEqualTo(TestStatus.NO_VALUES);
    assertThat(test.reason()).hasValue("0 values in the first condition and 2 in the second");
  }

  @Test
  void equalConditionsAreToldApartAsOftenAsTheLevelSays() {
    long seed = 20261121;
    SplittableRandom random = new SplittableRandom(seed);
    LabelPermutation quick = TEST.withReplicates(199);
    int repetitions = 2_000;
    long found =
        IntStream.range(0, repetitions)
            .filter(
                i -> {
                  double[] first = random.doubles(8).map(u -> u * u).toArray();
                  double[] second = random.doubles(14).map(u -> u * u).toArray();
                  return quick.of("run " + i, first, second).pValue().orElseThrow() <= 0.05;
                })
            .count();
    assertThat((double) found / repetitions).as("seed %d", seed).isCloseTo(0.05, within(0.015));
  }

  @Test
  void invalidArgumentsAreRefused() {
    assertThatThrownBy(() -> TEST.withReplicates(0))
        .hasMessage("Invalid replicates 0: expected 1 or more");
    assertThatThrownBy(() -> TEST.of("x", new double[] {Double.NaN}, new double[] {1}))
        .hasMessage("Invalid value of the first condition NaN: expected a finite number");
  }
}
