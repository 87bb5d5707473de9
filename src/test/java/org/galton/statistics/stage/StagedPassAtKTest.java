package org.galton.statistics.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleBiFunction;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.galton.statistics.Tally;
import org.galton.statistics.rate.PassAtK;
import org.junit.jupiter.api.Test;

final class StagedPassAtKTest {
  private static final int PILOT = 4;
  private static final double[] RATES = {0, 0.03, 0.2, 0.5, 0.9, 1};

  /** More where the pilot was divided, and most where it was all wrong. */
  private static final int[] LATER = {9, 2, 5, 3, 1};

  /** Weights that have nothing to do with the second stages. */
  private static final PilotWeights WEIGHTS = PilotWeights.expecting(0.5, 7, 2, 30, 1);

  @Test
  void theMeanOverAllOutcomesIsTheProbabilityWhateverTheRuleAndTheWeights() {
    for (double p : RATES) {
      for (int k = 1; k <= PILOT; k++) {
        StagedPassAtK passAtK = new StagedPassAtK(k);
        double mean =
            mean(p, (pilot, later) -> passAtK.value(WEIGHTS.weigh(pilot, later)).orElseThrow());
        assertThat(mean).as("k %d, p %s", k, p).isCloseTo(1 - Math.pow(1 - p, k), within(1e-13));
      }
    }
  }

  @Test
  void theMeanOfAddedStagesIsNotTheProbability() {
    double mean =
        mean(
            0.2,
            (pilot, later) ->
                (double) (pilot.correct() + later.correct())
                    / (pilot.rollouts() + later.rollouts()));

    assertThat(mean).isGreaterThan(0.2 + 0.005);
  }

  private static double mean(double p, ToDoubleBiFunction<Tally, Tally> estimate) {
    double mean = 0;
    for (int c1 = 0; c1 <= PILOT; c1++) {
      for (int c2 = 0; c2 <= LATER[c1]; c2++) {
        mean +=
            chance(PILOT, c1, p)
                * chance(LATER[c1], c2, p)
                * estimate.applyAsDouble(new Tally(PILOT, c1), new Tally(LATER[c1], c2));
      }
    }
    return mean;
  }

  private static double chance(int n, int c, double p) {
    return CombinatoricsUtils.binomialCoefficientDouble(n, c)
        * Math.pow(p, c)
        * Math.pow(1 - p, n - c);
  }

  @Test
  void secondStagesOfOneSizeWeighEveryRolloutAlike() {
    StagedTally prompt =
        PilotWeights.expecting(12, 12, 12, 12, 12).weigh(new Tally(4, 1), new Tally(12, 6));

    assertThat(new StagedPassAtK(1).value(prompt)).hasValue(7.0 / 16);
  }

  @Test
  void aPilotThatIsNotWholeStandsAlone() {
    StagedTally prompt = WEIGHTS.weigh(new Tally(3, 1), new Tally(0, 0));

    for (int k = 1; k <= 3; k++) {
      assertThat(new StagedPassAtK(k).value(prompt))
          .isEqualTo(new PassAtK(k).value(new Tally(3, 1)));
    }
    assertThat(new StagedPassAtK(4).value(prompt)).isEmpty();
  }

  @Test
  void aPromptWhoseSecondStageIsMissingHasNoFigure() {
    StagedTally prompt = WEIGHTS.weigh(new Tally(4, 1), new Tally(0, 0));

    assertThat(new StagedPassAtK(1).value(prompt)).isEmpty();
  }

  @Test
  void certainPromptsHaveCertainFigures() {
    for (int k = 1; k <= PILOT; k++) {
      assertThat(new StagedPassAtK(k).value(WEIGHTS.weigh(new Tally(4, 0), new Tally(9, 0))))
          .hasValue(0);
      assertThat(new StagedPassAtK(k).value(WEIGHTS.weigh(new Tally(4, 4), new Tally(1, 1))))
          .hasValue(1);
    }
  }

  @Test
  void aSecondStageOfNothingIsNoExpectation() {
    assertThatThrownBy(() -> PilotWeights.expecting(1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid expected second stage 0.0: expected above 0");
  }
}
