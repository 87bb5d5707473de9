package org.galton.reinforce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.spec.ObjectivePlan;

/** The prompts of a step that are learned from, rollout by rollout. */
final class StepBatch {
  private final List<TokenTrace> traces;
  private final BatchObjective objective;

  private StepBatch(List<TokenTrace> traces, BatchObjective objective) {
    this.traces = traces;
    this.objective = objective;
  }

  /**
   * @param divergence from the start, of rollouts in this order
   */
  static StepBatch of(
      ObjectivePlan plan,
      List<JudgedGroup> kept,
      Function<List<TokenTrace>, StartDivergence> divergence) {
    List<List<TokenTrace>> byPrompt = kept.stream().map(JudgedGroup::traces).toList();
    double[][] advantages =
        plan.advantage().of(kept.stream().map(JudgedGroup::rewards).toArray(double[][]::new));
    double[][] weights =
        plan.aggregate()
            .weights(
                byPrompt.stream()
                    .map(prompt -> prompt.stream().mapToInt(one -> one.tokens().length).toArray())
                    .toArray(int[][]::new));
    List<TokenTrace> traces = new ArrayList<>();
    byPrompt.forEach(traces::addAll);
    return new StepBatch(
        traces,
        new BatchObjective(
            plan.loss(), traces, flat(advantages), flat(weights), divergence.apply(traces)));
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  List<TokenTrace> traces() {
    return traces;
  }

  BatchObjective objective() {
    return objective;
  }
}
