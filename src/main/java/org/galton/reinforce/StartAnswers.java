package org.galton.reinforce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.row.RightAtStart;
import org.galton.table.RolloutRow;
import org.galton.task.Prompt;
import org.galton.train.policy.Policy;
import org.galton.train.policy.TokenScorer;

/**
 * The distinct right completions that the start drew on the measured prompts of a task, and what
 * the policy makes of their probability later.
 *
 * <p>Probabilities are those of whole completions without temperature, as {@code logprob_sum} of
 * rollouts. A completion is encoded from its text; where its tokens are not those that were drawn,
 * so that the start does not give them the stored probability, it is left out. A completion has
 * fallen if its log-probability is lower than under the start by more than {@value #ROUNDING} nats.
 */
final class StartAnswers {
  private static final double ROUNDING = 1e-3;
  private static final double SAME_TOKENS = 1e-2;

  private final TokenScorer scorer;
  private final List<TokenTrace> traces = new ArrayList<>();
  private final List<Double> before = new ArrayList<>();
  private final List<String> promptIds = new ArrayList<>();

  private record Answer(String promptId, String completion) {}

  /**
   * @param policy with the weights of the start, which it may change afterwards
   * @param scorer of that policy, without temperature
   * @param right rollouts of the start
   */
  StartAnswers(Policy policy, TokenScorer scorer, List<Prompt> prompts, List<RolloutRow> right) {
    this.scorer = scorer;
    Map<String, String> texts = new HashMap<>();
    prompts.forEach(prompt -> texts.put(prompt.id(), prompt.text()));
    Set<Answer> seen = new HashSet<>();
    List<RolloutRow> distinct =
        right.stream()
            .filter(row -> row.logprobSum() != null)
            .sorted(
                Comparator.comparing(RolloutRow::promptId).thenComparing(RolloutRow::rolloutIndex))
            .filter(row -> seen.add(new Answer(row.promptId(), row.completion())))
            .toList();
    List<TokenTrace> encoded =
        distinct.stream()
            .map(row -> policy.ended(texts.get(row.promptId()), row.completion()))
            .toList();
    double[] scores = logprobs(encoded);
    for (int i = 0; i < scores.length; i++) {
      if (Math.abs(scores[i] - distinct.get(i).logprobSum()) <= SAME_TOKENS) {
        traces.add(encoded.get(i));
        before.add(scores[i]);
        promptIds.add(distinct.get(i).promptId());
      }
    }
  }

  /** Under the policy as it is now. */
  RightAtStart now() {
    if (traces.isEmpty()) {
      return new RightAtStart(OptionalInt.of(0), OptionalDouble.empty(), OptionalDouble.empty());
    }
    double[] scores = logprobs(traces);
    int fallen = 0;
    Map<String, Double> mass = new HashMap<>();
    for (int i = 0; i < scores.length; i++) {
      fallen += scores[i] < before.get(i) - ROUNDING ? 1 : 0;
      mass.merge(promptIds.get(i), Math.exp(scores[i]), Double::sum);
    }
    return new RightAtStart(
        OptionalInt.of(scores.length),
        OptionalDouble.of((double) fallen / scores.length),
        mass.values().stream().mapToDouble(Double::doubleValue).average());
  }

  private double[] logprobs(List<TokenTrace> completions) {
    return scorer.logprobs(completions).stream().mapToDouble(StartAnswers::sum).toArray();
  }

  private static double sum(float[] logprobs) {
    double sum = 0;
    for (float logprob : logprobs) {
      sum += logprob;
    }
    return sum;
  }
}
