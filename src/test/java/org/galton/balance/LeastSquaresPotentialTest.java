package org.galton.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LeastSquaresPotentialTest {

  @Test
  void exactInBalance() {
    LeastSquaresPotential fit = LeastSquaresPotential.of(WorkedExamples.balanced());
    assertThat(fit.states()).containsExactly("a", "b", "c");
    assertThat(fit.potential(1) - fit.potential(0)).isCloseTo(Math.log(2), within(1e-12));
    assertThat(fit.potential(2) - fit.potential(0)).isCloseTo(Math.log(6), within(1e-12));
    assertThat(fit.potential(0) + fit.potential(1) + fit.potential(2)).isCloseTo(0, within(1e-12));
  }

  /** One pair: the variance of half a log ratio of two binomial shares. */
  @Test
  void onePairHasTheBinomialVariance() {
    TransitionCounts counts =
        TransitionCounts.builder()
            .add("a", "b", 400)
            .add("b", "a", 900)
            .attempts("a", 2000)
            .attempts("b", 5000)
            .add("c", "a", 7)
            .build();
    LeastSquaresPotential fit = LeastSquaresPotential.of(counts);
    double variance = (1 / 400.0 - 1 / 2000.0 + 1 / 900.0 - 1 / 5000.0) / 4;
    assertThat(fit.states()).containsExactly("a", "b");
    assertThat(fit.potential(0)).isCloseTo(Math.log(0.2 / 0.18) / 2, within(1e-12));
    assertThat(fit.covariance(0, 0)).isCloseTo(variance, within(1e-12));
    assertThat(fit.covariance(0, 1)).isCloseTo(-variance, within(1e-12));
  }

  /** 2,000 draws of one agent: the variance of V, not that without the second term. */
  @Test
  void variancesAreThoseOfRepeatedDraws() {
    SplittableRandom random = new SplittableRandom(12);
    SimulatedChain chain = SimulatedChain.draw(random, 5, 1, 0.5, 0);
    int draws = 700;
    double[] squares = new double[5];
    double[] sums = new double[5];
    double[] told = new double[5];
    for (int i = 0; i < draws; i++) {
      LeastSquaresPotential fit = LeastSquaresPotential.of(chain.count(random, 500));
      for (int f = 0; f < 5; f++) {
        sums[f] += fit.potential(f);
        squares[f] += fit.potential(f) * fit.potential(f);
        told[f] += fit.covariance(f, f) / draws;
      }
    }
    for (int f = 0; f < 5; f++) {
      double variance = squares[f] / draws - sums[f] * sums[f] / draws / draws;
      assertThat(told[f] / variance).isBetween(0.82, 1.18);
    }
  }

  @Test
  void emptyHasNoStates() {
    assertThat(LeastSquaresPotential.of(WorkedExamples.empty()).states()).isEmpty();
  }
}
