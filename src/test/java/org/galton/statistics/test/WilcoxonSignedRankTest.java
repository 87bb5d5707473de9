package org.galton.statistics.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WilcoxonSignedRankTest {

  @Test
  void fewValuesWithoutTiesAreExact() {
    TestResult seven = WilcoxonSignedRank.of(new double[] {1.2, -0.4, 2.5, 0.3, -0.1, 3.1, 0.9});
    assertThat(seven.statistic()).hasValue(24);
    assertThat(seven.pValue()).hasValue(0.0546875);
    TestResult twelve =
        WilcoxonSignedRank.of(
            new double[] {0.8, -0.3, 1.9, 2.2, -1.1, 0.05, 3.3, -2.7, 0.6, 1.4, 0.21, -0.17});
    assertThat(twelve.statistic()).hasValue(54);
    assertThat(twelve.pValue()).hasValue(0.133056640625);
  }

  @Test
  void tiesAndZerosTakeTheNormalApproximation() {
    TestResult tied = WilcoxonSignedRank.of(new double[] {1, 1, -1, 2, 2, 0, 3});
    assertThat(tied.statistic()).hasValue(19);
    assertThat(tied.pValue().orElseThrow()).isCloseTo(0.0444921, within(5e-8));
    assertThat(tied.values()).isEqualTo(6);
  }

  @Test
  void manyValuesAgreeWithAnIndependentProgram() {
    double[] sixty =
        IntStream.range(0, 60).mapToDouble(i -> ((i * 37) % 101 - 40) / 10.0).toArray();
    TestResult test = WilcoxonSignedRank.of(sixty);
    assertThat(test.statistic()).hasValue(1187);
    assertThat(test.pValue().orElseThrow()).isCloseTo(0.011429117326329612, within(1e-14));
  }

  @Test
  void allSignsAlikeReachTheSmallestAndTheLargestPValue() {
    assertThat(WilcoxonSignedRank.of(new double[] {1, 2, 3, 4}).pValue()).hasValue(1.0 / 16);
    assertThat(WilcoxonSignedRank.of(new double[] {-1, -2, -3, -4}).pValue()).hasValue(1);
  }

  @Test
  void theExactAndTheNormalPValueMeetAtTheBorder() {
    double[] values = IntStream.rangeClosed(1, 49).mapToDouble(i -> i % 3 == 0 ? -i : i).toArray();
    double exact = WilcoxonSignedRank.of(values).pValue().orElseThrow();
    double[] more = Arrays.copyOf(values, 50);
    more[49] = 1e-9;
    double normal = WilcoxonSignedRank.of(more).pValue().orElseThrow();
    assertThat(normal).isCloseTo(exact, within(0.001));
  }

  @Test
  void theOrderOfTheValuesDoesNotMatter() {
    assertThat(WilcoxonSignedRank.of(new double[] {3, -1, 2, 2, 0}))
        .isEqualTo(WilcoxonSignedRank.of(new double[] {2, 0, 2, 3, -1}));
  }

  @Test
  void valuesThatAreAllZeroLeaveAReason() {
    TestResult zeros = WilcoxonSignedRank.of(new double[] {0, -0.0, 0});
    assertThat(zeros.status()).isEqualTo(TestStatus.ALL_ZERO);
    assertThat(zeros.reason()).hasValue("all 3 values are 0");
    assertThat(zeros.pValue()).isEmpty();
    assertThat(WilcoxonSignedRank.of(new double[0]).status()).isEqualTo(TestStatus.NO_VALUES);
  }

  @Test
  void valuesSymmetricAroundZeroAreCalledPositiveAsOftenAsTheLevelSays() {
    long seed = 11;
    SplittableRandom random = new SplittableRandom(seed);
    int repetitions = 4_000;
    long found =
        IntStream.range(0, repetitions)
            .filter(
                i -> {
                  double[] values = random.doubles(12, -1, 1).toArray();
                  return WilcoxonSignedRank.of(values).pValue().orElseThrow() <= 0.05;
                })
            .count();
    // P(W+ >= 61 of 12 values) = 0.0461, the largest attainable level below 0.05.
    assertThat((double) found / repetitions).as("seed %d", seed).isCloseTo(0.0461, within(0.01));
  }
}
