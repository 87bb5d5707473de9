package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StartDivergenceTest {
  private static final StartDivergence DIVERGENCE =
      new StartDivergence(0.3, List.of(new float[] {-1f, -2f, -0.25f}));

  @Test
  void estimateIsZeroWhereNothingHasChangedAndPositiveElsewhere() {
    assertThat(DIVERGENCE.estimate(0, 1, -2)).isZero();
    assertThat(DIVERGENCE.coefficient(0, 1, -2)).isZero();
    assertThat(DIVERGENCE.estimate(0, 1, -3)).isCloseTo(Math.E - 2, within(1e-12));
    assertThat(DIVERGENCE.estimate(0, 1, -1)).isCloseTo(1 / Math.E, within(1e-12));
  }

  @Test
  void coefficientIsTheDerivativeOfThePenalty() {
    for (int token = 0; token < 3; token++) {
      for (double learner : new double[] {-3, -1.1, -0.2}) {
        double step = 1e-5;
        double difference =
            DIVERGENCE.estimate(0, token, learner + step)
                - DIVERGENCE.estimate(0, token, learner - step);
        assertThat(DIVERGENCE.coefficient(0, token, learner))
            .isCloseTo(-0.3 * difference / (2 * step), within(1e-7));
      }
    }
  }

  @Test
  void withoutAWeightThereIsNoPenalty() {
    assertThat(StartDivergence.NONE.estimate(0, 0, -5)).isZero();
    assertThat(StartDivergence.NONE.coefficient(0, 0, -5)).isZero();
  }

  /** Mean over tokens of the learner: the exact divergence of (0.5, 0.3, 0.2) from (0.2, 0.5, 0.3). */
  @Test
  void meanOverDrawnTokensIsTheDivergence() {
    double[] learner = {0.5, 0.3, 0.2};
    double[] start = {0.2, 0.5, 0.3};
    double mean = 0;
    double exact = 0;
    for (int i = 0; i < 3; i++) {
      StartDivergence one =
          new StartDivergence(1, List.of(new float[] {(float) Math.log(start[i])}));
      mean += learner[i] * one.estimate(0, 0, Math.log(learner[i]));
      exact += learner[i] * Math.log(learner[i] / start[i]);
    }
    assertThat(mean).isCloseTo(exact, within(1e-6));
  }
}
