package org.galton.statistics.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class CombinedPValueTest {
  private static final double[] THREE = {0.01, 0.2, 0.5};

  @Test
  void threeTestsCombineToTheValuesOfAnIndependentProgram() {
    TestResult fisher = FisherCombination.of(THREE);
    assertThat(fisher.statistic().orElseThrow()).isCloseTo(13.815510557964274, within(1e-12));
    assertThat(fisher.pValue().orElseThrow()).isCloseTo(0.03176629677613493, within(1e-13));
    TestResult stouffer = StoufferCombination.withDefaults().of(THREE);
    assertThat(stouffer.statistic().orElseThrow()).isCloseTo(1.82902781706522, within(1e-12));
    assertThat(stouffer.pValue().orElseThrow()).isCloseTo(0.033697720588997684, within(1e-12));
    assertThat(stouffer.values()).isEqualTo(3);
  }

  @Test
  void oneTestKeepsItsPValue() {
    double[] one = {0.03};
    assertThat(FisherCombination.of(one).pValue().orElseThrow()).isCloseTo(0.03, within(1e-15));
    assertThat(StoufferCombination.withDefaults().of(one).pValue().orElseThrow())
        .isCloseTo(0.03, within(1e-14));
  }

  @Test
  void tinyCombinedPValuesKeepTheirDigits() {
    double[] forty = new double[40];
    Arrays.fill(forty, 1e-5);
    assertThat(FisherCombination.of(forty).pValue().orElseThrow())
        .isCloseTo(3.9385136665465513e-143, Percentage.withPercentage(1e-8));
    assertThat(StoufferCombination.withDefaults().of(forty).pValue().orElseThrow())
        .isCloseTo(1.510711327391703e-160, Percentage.withPercentage(1e-6));
  }

  @Test
  void theOrderOfTheTestsDoesNotMatter() {
    double[] p = {0.7, 0.013, 0.2, 0.9, 0.0004, 0.31, 0.31};
    double[] q = {0.31, 0.9, 0.2, 0.7, 0.31, 0.0004, 0.013};
    assertThat(FisherCombination.of(p)).isEqualTo(FisherCombination.of(q));
    assertThat(StoufferCombination.withDefaults().of(p))
        .isEqualTo(StoufferCombination.withDefaults().of(q));
  }

  @Test
  void testsThatAllSayNothingCombineToOne() {
    TestResult fisher = FisherCombination.of(new double[] {1, 1});
    assertThat(fisher.statistic()).hasValue(0);
    assertThat(fisher.pValue()).hasValue(1);
  }

  @Test
  void aPValueWithoutAFiniteScoreLeavesAReason() {
    TestResult fisher = FisherCombination.of(new double[] {0, 0.5});
    assertThat(fisher.status()).isEqualTo(TestStatus.INFINITE_SCORE);
    assertThat(fisher.reason()).hasValue("1 of 2 p-values are 0, whose logarithm is infinite");
    TestResult stouffer = StoufferCombination.withDefaults().of(new double[] {1, 0.5, 1});
    assertThat(stouffer.pValue()).isEmpty();
    assertThat(stouffer.reason())
        .hasValue("2 of 3 p-values are so close to 0 or 1 that their normal score is infinite");
  }

  @Test
  void aPermutationTestsPValueOfOneCountsAsTheMiddleOfItsRange() {
    StoufferCombination stouffer = StoufferCombination.withDefaults().withHighest(0.75);
    TestResult combined = stouffer.of(new double[] {1, 0.25});
    assertThat(combined.statistic().orElseThrow()).isCloseTo(0, within(1e-15));
    assertThat(combined.pValue().orElseThrow()).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void noTestsHaveNoCombination() {
    assertThat(FisherCombination.of(new double[0]).status()).isEqualTo(TestStatus.NO_VALUES);
    assertThat(StoufferCombination.withDefaults().of(new double[0]).reason())
        .hasValue("0 p-values to combine");
  }

  @Test
  void aPValueOutsideItsRangeIsRefused() {
    assertThatThrownBy(() -> FisherCombination.of(new double[] {1.5}))
        .hasMessage("Invalid p-value 1.5: expected 0 to 1");
    assertThatThrownBy(() -> StoufferCombination.withDefaults().withHighest(0))
        .hasMessage("Invalid highest p-value 0.0: expected above 0, at most 1");
  }
}
