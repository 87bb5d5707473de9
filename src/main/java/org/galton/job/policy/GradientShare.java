package org.galton.job.policy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.train.WeightVector;
import org.galton.train.policy.DivisibleObjective;

/** Rollouts whose gradient one task computes. */
record GradientShare<A extends Serializable>(
    ArrayList<TokenTrace> rollouts, DivisibleObjective<A> objective) implements Serializable {

  /**
   * @param account what the objective has counted
   */
  record Computed<A extends Serializable>(WeightVector gradient, A account)
      implements Serializable {}

  static <A extends Serializable> List<GradientShare<A>> of(
      List<TokenTrace> rollouts, DivisibleObjective<A> objective, int most) {
    int[] lengths =
        rollouts.stream()
            .mapToInt(rollout -> rollout.prompt().length + rollout.tokens().length)
            .toArray();
    List<GradientShare<A>> shares = new ArrayList<>();
    for (List<Integer> numbers : Shares.of(lengths, most)) {
      ArrayList<TokenTrace> own = new ArrayList<>();
      numbers.forEach(number -> own.add(rollouts.get(number)));
      shares.add(new GradientShare<>(own, objective.share(numbers)));
    }
    return shares;
  }

  Computed<A> computed(OpenPolicy policy) {
    WeightVector gradient = policy.gradient().of(rollouts, objective);
    return new Computed<>(gradient, objective.account());
  }
}
