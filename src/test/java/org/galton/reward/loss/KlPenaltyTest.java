package org.galton.reward.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class KlPenaltyTest {

  @Test
  void nothingIsLostWhereThePolicyIsTheReference() {
    double[] logs = {-1, -3};
    TokenTerms terms = new KlPenalty(0.5).terms(logs, logs);
    assertThat(terms.values()).containsExactly(new double[] {0, 0}, within(0.0));
    assertThat(terms.coefficients()).containsExactly(0, 0);
  }

  @Test
  void theCoefficientIsTheSlopeAndPullsBack() {
    KlPenalty penalty = new KlPenalty(0.3);
    double step = 1e-6;
    for (double trained : new double[] {-2, -0.5, -0.1}) {
      double[] reference = {-1};
      TokenTerms at = penalty.terms(new double[] {trained}, reference);
      double d = -1 - trained;
      assertThat(at.values()[0]).isCloseTo(-0.3 * (Math.exp(d) - d - 1), within(1e-15));
      double slope =
          (penalty.terms(new double[] {trained + step}, reference).objective()
                  - penalty.terms(new double[] {trained - step}, reference).objective())
              / (2 * step);
      assertThat(at.coefficients()[0]).isCloseTo(slope, within(1e-9));
      assertThat(Math.signum(at.coefficients()[0])).isEqualTo(Math.signum(d));
    }
  }

  @Test
  void theMeanOverDrawnTokensIsTheDivergence() {
    double[] policy = {0.7, 0.2, 0.1};
    double[] other = {0.5, 0.25, 0.25};
    double[] trained = new double[3];
    double[] reference = new double[3];
    double divergence = 0;
    for (int i = 0; i < 3; i++) {
      trained[i] = Math.log(policy[i]);
      reference[i] = Math.log(other[i]);
      divergence += policy[i] * (trained[i] - reference[i]);
    }
    double[] values = new KlPenalty(1).terms(trained, reference).values();
    double mean = 0;
    for (int i = 0; i < 3; i++) {
      mean += policy[i] * values[i];
    }
    assertThat(mean).isCloseTo(-divergence, within(1e-15));
  }

  @Test
  void negativeWeightsAreRefused() {
    assertThatThrownBy(() -> new KlPenalty(-0.1))
        .hasMessage("Invalid kl -0.1: expected a finite number from 0");
  }
}
