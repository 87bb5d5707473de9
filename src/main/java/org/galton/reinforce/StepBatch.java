package org.galton.reinforce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.spec.ObjectivePlan;
import org.galton.reward.advantage.StepAdvantage;
import org.galton.reward.signal.RolloutReward;

/** The rollouts that a step learns from, with their objective. */
record StepBatch(List<TokenTrace> traces, BatchObjective objective) {

  /**
   * Nothing where no rollout is left to learn from.
   *
   * @param reference to keep near to, of rollouts in this order
   */
  static Optional<StepBatch> of(
      ObjectivePlan plan,
      List<JudgedGroup> kept,
      Function<List<TokenTrace>, Optional<BatchObjective.Reference>> reference) {
    double[][] advantages =
        plan.advantage().of(kept.stream().map(JudgedGroup::rewards).toArray(double[][]::new));
    int[][] learned = kept.stream().map(group -> learned(plan, group)).toArray(int[][]::new);
    double[][] weights = plan.aggregate().weights(learned);
    List<TokenTrace> traces = new ArrayList<>();
    List<double[]> flatAdvantages = new ArrayList<>();
    List<Double> flatWeights = new ArrayList<>();
    for (int group = 0; group < kept.size(); group++) {
      List<TokenTrace> own = kept.get(group).traces();
      for (int i = 0; i < own.size(); i++) {
        if (learned[group][i] > 0) {
          traces.add(own.get(i));
          flatAdvantages.add(tokens(plan, kept.get(group), i, advantages[group][i]));
          flatWeights.add(weights[group][i]);
        }
      }
    }
    return traces.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StepBatch(
                List.copyOf(traces),
                new BatchObjective(
                    plan.loss(),
                    traces,
                    flatAdvantages.toArray(double[][]::new),
                    array(flatWeights),
                    reference.apply(traces))));
  }

  /**
   * The advantage of each token of a rollout: that of the rollout, or by the values of its steps.
   *
   * @param rollout among the scored ones
   */
  private static double[] tokens(
      ObjectivePlan plan, JudgedGroup group, int rollout, double advantage) {
    DrawnRollout one = group.drawn().scored().get(rollout);
    double[] ends = ends(plan, group);
    if (ends.length > 0
        && one.trajectory().isPresent()
        && plan.advantage() instanceof StepAdvantage steps) {
      // What a reward takes off for its length, a rollout loses at every step.
      double penalty = group.rewards()[rollout] - (one.isCorrect() ? 1 : -1);
      return steps.ofSteps(
          Arrays.stream(one.trajectory().get().values()).map(value -> value + penalty).toArray(),
          ends);
    }
    double[] same = new double[one.trace().orElseThrow().drawnTokens()];
    Arrays.fill(same, advantage);
    return same;
  }

  /** Rewards of all trajectories of a tree whose tokens are learned from by steps; else none. */
  private static double[] ends(ObjectivePlan plan, JudgedGroup group) {
    return plan.reward().reward() instanceof RolloutReward reward
        ? group.drawn().search().stream()
            .flatMap(search -> search.ends().stream())
            .mapToDouble(reward::of)
            .toArray()
        : new double[0];
  }

  /** Tokens that each scored rollout of a prompt is learned from. */
  private static int[] learned(ObjectivePlan plan, JudgedGroup group) {
    List<DrawnRollout> scored = group.drawn().scored();
    int[] tokens = scored.stream().mapToInt(one -> learned(plan, one)).toArray();
    boolean[] truncated = new boolean[tokens.length];
    for (int i = 0; i < truncated.length; i++) {
      truncated[i] = scored.get(i).isTruncated();
    }
    return plan.filters()
        .overlong()
        .map(filter -> filter.learned(tokens, truncated))
        .orElse(tokens);
  }

  private static int learned(ObjectivePlan plan, DrawnRollout rollout) {
    TokenTrace trace = rollout.trace().orElseThrow();
    boolean isLeftOut =
        !rollout.isCorrect()
            && plan.filters()
                .degenerate()
                .filter(filter -> filter.drops(rollout.row().completion(), trace.tokens()))
                .isPresent();
    return isLeftOut ? 0 : trace.drawnTokens();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }
}
