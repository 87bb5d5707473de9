package org.galton.reinforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.spec.ObjectivePlan;

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
    List<Double> flatAdvantages = new ArrayList<>();
    List<Double> flatWeights = new ArrayList<>();
    for (int group = 0; group < kept.size(); group++) {
      List<TokenTrace> own = kept.get(group).traces();
      for (int i = 0; i < own.size(); i++) {
        if (learned[group][i] > 0) {
          traces.add(own.get(i));
          flatAdvantages.add(advantages[group][i]);
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
                    array(flatAdvantages),
                    array(flatWeights),
                    reference.apply(traces))));
  }

  /** Tokens that each scored rollout of a prompt is learned from. */
  private static int[] learned(ObjectivePlan plan, JudgedGroup group) {
    int[] tokens = group.traces().stream().mapToInt(TokenTrace::drawnTokens).toArray();
    List<DrawnRollout> scored = group.drawn().scored();
    boolean[] truncated = new boolean[tokens.length];
    for (int i = 0; i < truncated.length; i++) {
      truncated[i] = scored.get(i).isTruncated();
    }
    return plan.filters()
        .overlong()
        .map(filter -> filter.learned(tokens, truncated))
        .orElse(tokens);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }
}
