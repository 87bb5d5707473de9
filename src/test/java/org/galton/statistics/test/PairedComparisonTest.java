package org.galton.statistics.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.galton.statistics.Estimate;
import org.galton.statistics.error.ClusterVariance;
import org.galton.statistics.error.PromptMean;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {

  private static final double[] FIRST = {1, 0, .5, .75, .25, 1, 0, 1};
  private static final double[] SECOND = {.5, 0, .5, .5, .25, 1, .25, .75};
  private static final List<String> CLUSTERS = List.of("a", "a", "a", "b", "b", "c", "d", "d");

  private final PairedComparison paired = PairedComparison.withDefaults();

  @Test
  void theDifferenceHasItsKnownAnswers() {
    Comparison comparison = paired.of(FIRST, SECOND);
    assertThat(comparison.difference().value()).hasValue(0.09375);
    assertThat(comparison.difference().standardError().orElseThrow())
        .isCloseTo(0.0809748087, within(5e-11));
    assertThat(comparison.unpairedStandardError().orElseThrow())
        .isCloseTo(0.1900863291, within(5e-11));
    assertThat(comparison.correlation().orElseThrow()).isCloseTo(0.8665268326, within(5e-11));
  }

  @Test
  void theClusteredErrorHasItsKnownAnswer() {
    Comparison comparison =
        paired.with(ClusterVariance.ADDED_COVARIANCE).of(FIRST, SECOND, CLUSTERS);
    assertThat(comparison.difference().standardError().orElseThrow())
        .isCloseTo(0.0481142004, within(5e-11));
  }

  @Test
  void familiesHaveTheSandwichErrorAndStudentsTail() {
    Comparison comparison = paired.of(FIRST, SECOND, CLUSTERS);
    // Sums of deviations by cluster: 7, 2, -3 and -6 thirty-seconds.
    double error = Math.sqrt((49 + 4 + 9 + 36) / 1024.0 / 64 * 4 / 3);
    assertThat(comparison.difference().standardError().orElseThrow())
        .isCloseTo(error, within(1e-15));
    double p = comparison.pValue().orElseThrow();
    // Student's distribution with 3 degrees in closed form.
    double x = 0.09375 / error / Math.sqrt(3);
    assertThat(p).isCloseTo(1 - 2 / Math.PI * (x / (1 + x * x) + Math.atan(x)), within(1e-9));
    Estimate atThatConfidence =
        paired.withConfidence(1 - p).of(FIRST, SECOND, CLUSTERS).difference();
    assertThat(atThatConfidence.low().orElseThrow()).isCloseTo(0, within(1e-9));
  }

  @Test
  void pairingGainsWhatTheCorrelationSays() {
    Comparison comparison = paired.of(FIRST, SECOND);
    PromptMean mean = PromptMean.withDefaults();
    double a = mean.of(FIRST, 0).standardError().orElseThrow();
    double b = mean.of(SECOND, 0).standardError().orElseThrow();
    double r = comparison.correlation().orElseThrow();
    assertThat(Math.sqrt(a * a + b * b - 2 * r * a * b))
        .isCloseTo(comparison.difference().standardError().orElseThrow(), within(1e-15));
  }

  @Test
  void thePValueAgreesWithTheInterval() {
    double p = paired.of(FIRST, SECOND).pValue().orElseThrow();
    Estimate atThatConfidence = paired.withConfidence(1 - p).of(FIRST, SECOND).difference();
    assertThat(atThatConfidence.low().orElseThrow()).isCloseTo(0, within(1e-9));
  }

  @Test
  void swappingTheSystemsTurnsTheSign() {
    Comparison turned = paired.of(SECOND, FIRST);
    assertThat(turned.difference().value()).hasValue(-0.09375);
    assertThat(turned.pValue()).isEqualTo(paired.of(FIRST, SECOND).pValue());
  }

  @Test
  void aSystemAgainstItselfDiffersByNothingAndIsNotTested() {
    Comparison same = paired.of(FIRST, FIRST);
    assertThat(same.difference().value()).hasValue(0);
    assertThat(same.difference().standardError()).hasValue(0);
    assertThat(same.correlation()).hasValue(1);
    assertThat(same.pValue()).isEmpty();
  }

  @Test
  void aSystemThatDoesNotVaryHasNoCorrelation() {
    assertThat(paired.of(FIRST, new double[8]).correlation()).isEmpty();
  }

  @Test
  void oneSharedPromptHasADifferenceAndNothingElse() {
    Comparison one = paired.of(new double[] {1}, new double[] {0.25});
    assertThat(one.difference().value()).hasValue(0.75);
    assertThat(one.difference().standardError()).isEmpty();
    assertThat(one.unpairedStandardError()).isEmpty();
    assertThat(one.pValue()).isEmpty();
    assertThat(paired.of(new double[0], new double[0]).difference().value()).isEmpty();
  }

  @Test
  void invalidArgumentsAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> paired.of(FIRST, new double[3]))
        .hasMessage(
            "Invalid number of prompts of the second system 3: expected as many as of the first"
                + " (8)");
    assertThatThrownBy(() -> paired.of(new double[] {1}, new double[] {Double.NaN}))
        .hasMessage("Invalid prompt value of the second system NaN: expected a finite number");
  }
}
