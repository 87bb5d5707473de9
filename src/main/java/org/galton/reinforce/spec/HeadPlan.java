package org.galton.reinforce.spec;

import org.galton.model.llama.decoding.HeadType;

/**
 * The type of the last matrix product. Evaluations draw with a head in float32, as sweeps do.
 *
 * @param drawing of the policy that draws the rollouts of steps
 * @param learning of the policy that learns from them, and of the start where {@code kl} keeps near
 *     to it
 */
public record HeadPlan(HeadType drawing, HeadType learning) {
  static final HeadPlan FLOAT32 = both(HeadType.FLOAT32);

  static HeadPlan both(HeadType type) {
    return new HeadPlan(type, type);
  }
}
