package org.galton.statistics.stage;

import java.util.Arrays;
import org.galton.numerics.Expect;
import org.galton.statistics.Tally;

/**
 * Weights of a pilot's rollouts, fixed before any is drawn.
 *
 * <pre>  d(j) = n1 / (n1 + h),   h = harmonic mean of m(j) and m(j + 1)</pre>
 *
 * <p>j of the other n1 - 1 rollouts are right, so the prompt has j or j + 1 right ones; m(c) is the
 * second stage that is to be expected with c right ones. So the weights follow the number of
 * rollouts as those of a pooled mean do, and look at no rollout that they weigh. A second stage
 * that comes out otherwise than expected costs precision, never bias.
 */
public final class PilotWeights {
  /** By the right ones among the others. */
  private final double[] weights;

  private PilotWeights(double[] weights) {
    this.weights = weights;
  }

  /**
   * @param expected m(0), …, m(n1), each above 0
   */
  public static PilotWeights expecting(double... expected) {
    int rollouts = expected.length - 1;
    Expect.that(rollouts >= 1, "rollouts of a pilot", rollouts, "1 or more");
    double[] weights = new double[rollouts];
    for (int j = 0; j < rollouts; j++) {
      Expect.that(
          Math.min(expected[j], expected[j + 1]) > 0,
          "expected second stage",
          Math.min(expected[j], expected[j + 1]),
          "above 0");
      weights[j] = rollouts / (rollouts + 2 / (1 / expected[j] + 1 / expected[j + 1]));
    }
    return new PilotWeights(weights);
  }

  /** Rollouts of the pilot. */
  public int rollouts() {
    return weights.length;
  }

  /** A prompt with its weights. A pilot that is not whole had no second stage: it stands alone. */
  public StagedTally weigh(Tally pilot, Tally later) {
    if (pilot.rollouts() < weights.length) {
      return StagedTally.ofPilot(pilot);
    }
    int right = pilot.correct();
    return new StagedTally(
        pilot,
        later,
        right == 0 ? 1 : weights[right - 1],
        right == weights.length ? 1 : weights[right]);
  }

  @Override
  public String toString() {
    return Arrays.toString(weights);
  }
}
