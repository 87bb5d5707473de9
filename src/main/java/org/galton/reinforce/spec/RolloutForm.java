package org.galton.reinforce.spec;

import java.util.Optional;
import org.galton.model.Request;
import org.galton.model.llama.decoding.HeadType;
import org.galton.spec.ValueType;
import org.galton.sweep.Generation;

/**
 * Whatever sets the rollouts of steps apart from those that a sweep draws. It is a part of their
 * generation.
 *
 * @param head that makes their logits
 * @param interruption of their completions
 */
public record RolloutForm(HeadType head, Optional<InterruptionPlan> interruption) {
  /** Of rollouts as a sweep draws them. */
  public static final RolloutForm PLAIN = new RolloutForm(HeadType.FLOAT32, Optional.empty());

  /** A rollout in this form. */
  public Request request(Request plain) {
    return interruption.map(plan -> plan.interrupted(plain)).orElse(plain);
  }

  /** The way from random numbers to tokens, as generations name it. */
  public String sampler() {
    String byHead =
        head == HeadType.FLOAT32
            ? Generation.SAMPLER
            : "%s head/1 %s".formatted(Generation.SAMPLER, ValueType.written(head));
    return interruption.map(plan -> plan.sampler(byHead)).orElse(byHead);
  }
}
