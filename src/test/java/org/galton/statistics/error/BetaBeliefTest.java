package org.galton.statistics.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.galton.statistics.Estimate;
import org.galton.statistics.Interval;
import org.galton.statistics.Tally;
import org.galton.statistics.rate.BayesAtN;
import org.galton.statistics.rate.PassAtK;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaBeliefTest {

  @Test
  void uniformPosteriorHasItsKnownAnswers() {
    BetaBelief posterior = BetaBelief.UNIFORM.given(new Tally(20, 5));
    assertThat(posterior.mean()).isCloseTo(0.2727272727, within(5e-11));
    assertThat(posterior.standardDeviation()).isCloseTo(0.0928643488, within(5e-11));
    assertThat(posterior.interval(0.95).low()).isCloseTo(0.1128094039, within(5e-11));
    assertThat(posterior.interval(0.95).high()).isCloseTo(0.4716598277, within(5e-11));
  }

  @Test
  void jeffreysPosteriorHasItsKnownAnswers() {
    Interval interval = BetaBelief.JEFFREYS.given(new Tally(20, 5)).interval(0.95);
    assertThat(interval.low()).isCloseTo(0.1023984857, within(5e-11));
    assertThat(interval.high()).isCloseTo(0.4641946292, within(5e-11));
  }

  @ParameterizedTest
  @CsvSource({"0, 20, 0.4878048780", "0, 100, 0.8264462810", "5, 100, 0.9999858810"})
  void posteriorPassAtKHasItsKnownAnswers(int correct, int k, double expected) {
    BetaBelief posterior = BetaBelief.UNIFORM.given(new Tally(20, correct));
    assertThat(posterior.passAtK(k)).isCloseTo(expected, within(5e-11));
  }

  @Test
  void failureFallsAsAPowerLawWithItsKnownAnswers() {
    BetaBelief hard = new BetaBelief(0.5, 1.5);
    assertThat(hard.passAtK(10)).isCloseTo(0.6636238098, within(5e-11));
    assertThat(hard.passAtK(1000)).isCloseTo(0.9643397989, within(5e-11));
    assertThat(hard.failureConstant()).isCloseTo(1.1283791671, within(5e-11));
    // The next term of the expansion is of relative size 1/k.
    assertThat((1 - hard.passAtK(100_000)) * Math.sqrt(100_000))
        .isCloseTo(hard.failureConstant(), within(1e-4));
  }

  @Test
  void passAtOneIsTheMeanAndAnUnseenPromptFollowsTheUniformLaw() {
    BetaBelief skewed = new BetaBelief(3.5, 0.25);
    assertThat(skewed.passAtK(1)).isCloseTo(skewed.mean(), within(1e-15));
    // Under Beta(1, 1) the failure of k draws has mean 1/(k+1).
    assertThat(BetaBelief.UNIFORM.passAtK(99)).isCloseTo(0.99, within(1e-14));
  }

  @Test
  void manyRolloutsMakeTheBeliefPassRateTheUnbiasedOne() {
    Tally tally = new Tally(1_000_000, 1_000);
    assertThat(BetaBelief.JEFFREYS.given(tally).passAtK(100))
        .isCloseTo(new PassAtK(100).value(tally).orElseThrow(), within(1e-4));
  }

  @Test
  void quantilesOfStraightCasesFollowTheirClosedForms() {
    assertThat(new BetaBelief(1, 4).quantile(0.3))
        .isCloseTo(1 - Math.pow(0.7, 0.25), within(1e-15));
    assertThat(new BetaBelief(4, 1).quantile(0.3)).isCloseTo(Math.pow(0.3, 0.25), within(1e-15));
    // Beta(2, 2): cdf 3x^2 - 2x^3.
    double x = new BetaBelief(2, 2).quantile(0.2);
    assertThat(3 * x * x - 2 * x * x * x).isCloseTo(0.2, within(1e-14));
  }

  @Test
  void bayesAtNHasItsKnownAnswers() {
    List<Tally> prompts = List.of(new Tally(20, 0), new Tally(20, 5), new Tally(20, 20));
    Estimate estimate = BayesAtN.withDefaults().of(prompts);
    assertThat(estimate.value().orElseThrow()).isCloseTo(0.4242424242, within(5e-11));
    assertThat(estimate.standardError().orElseThrow()).isCloseTo(0.0371134810, within(5e-11));
    assertThat(estimate.prompts()).isEqualTo(3);
  }

  @Test
  void bayesAtNLeavesOutPromptsWithoutRollouts() {
    List<Tally> prompts = List.of(new Tally(2, 1), new Tally(0, 0));
    Estimate estimate = BayesAtN.withDefaults().with(BetaBelief.JEFFREYS).of(prompts);
    assertThat(estimate.value()).hasValue(0.5);
    assertThat(estimate.promptsShort()).isEqualTo(1);
    assertThat(BayesAtN.withDefaults().of(List.of(new Tally(0, 0))).value()).isEmpty();
  }

  @Test
  void bayesAtNWidensWithItsConfidence() {
    List<Tally> prompts = List.of(new Tally(20, 5), new Tally(20, 9));
    Estimate usual = BayesAtN.withDefaults().of(prompts);
    Estimate wide = BayesAtN.withDefaults().withConfidence(0.99).of(prompts);
    assertThat(wide.low().orElseThrow()).isLessThan(usual.low().orElseThrow());
  }

  @Test
  void invalidArgumentsAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> new BetaBelief(0, 1))
        .hasMessage("Invalid alpha 0.0: expected above 0");
    assertThatThrownBy(() -> new BetaBelief(1, Double.NaN))
        .hasMessage("Invalid beta NaN: expected above 0");
    assertThatThrownBy(() -> BetaBelief.UNIFORM.quantile(1))
        .hasMessage("Invalid probability 1.0: expected between 0 and 1");
    assertThatThrownBy(() -> BetaBelief.UNIFORM.passAtK(0))
        .hasMessage("Invalid k 0: expected 1 or more");
  }
}
