package org.galton.reward.advantage;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Expect;
import org.galton.reward.GroupState;
import org.galton.statistics.Moments;

/**
 * Rewards less the mean of their prompt.
 *
 * @param deviations 0 in every prompt that does not teach
 * @param states of the prompts
 */
record Centered(double[][] deviations, GroupState[] states) {

  static Centered of(double[][] rewardsByPrompt) {
    double[][] deviations = new double[rewardsByPrompt.length][];
    GroupState[] states = new GroupState[rewardsByPrompt.length];
    for (int i = 0; i < rewardsByPrompt.length; i++) {
      states[i] = GroupState.of(rewardsByPrompt[i]);
      deviations[i] =
          states[i].teaches()
              ? Moments.deviations(rewardsByPrompt[i])
              : new double[rewardsByPrompt[i].length];
    }
    return new Centered(deviations, states);
  }

  /** The deviations of prompts that teach, in one row. */
  double[] taught() {
    return flat(GroupState.MIXED);
  }

  /** The deviations of prompts with more than one rollout, in one row. */
  double[] compared() {
    return flat(GroupState.MIXED, GroupState.EQUAL);
  }

  private double[] flat(GroupState... wanted) {
    return IntStream.range(0, states.length)
        .filter(i -> List.of(wanted).contains(states[i]))
        .mapToObj(i -> deviations[i])
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  /** Applied to each deviation of a prompt that teaches; 0 stays elsewhere. */
  double[][] map(DoubleUnaryOperator advantage) {
    double[][] mapped = new double[deviations.length][];
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] =
          states[i].teaches()
              ? Arrays.stream(deviations[i]).map(advantage).toArray()
              : deviations[i].clone();
    }
    return mapped;
  }

  /**
   * Values less the mean of the rewards of a tree's ends, in units of a spread; 0 where the ends do
   * not teach.
   */
  static double[] steps(double[] values, double[] ends, double spread) {
    Expect.finite(values, "value of a step");
    if (!GroupState.of(ends).teaches()) {
      return new double[values.length];
    }
    double mean = CompensatedSum.of(ends) / ends.length;
    return Arrays.stream(values).map(value -> inUnitsOf(spread, value - mean)).toArray();
  }

  /** sqrt(sum v^2 / n) of values whose mean is 0; 0 of none. */
  static double rootMeanSquare(double[] values) {
    return values.length == 0 ? 0 : Math.sqrt(Moments.product(values, values) / values.length);
  }

  /** Rewards may lie so close that their squares are 0: then there is nothing to compare. */
  static double inUnitsOf(double spread, double value) {
    return spread == 0 ? 0 : value / spread;
  }
}
