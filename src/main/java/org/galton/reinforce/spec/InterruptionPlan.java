package org.galton.reinforce.spec;

import org.galton.model.Interruption;
import org.galton.model.Request;
import org.galton.model.Uniforms;

/**
 * Closes completions from outside, so that a policy learns to come to its end. Evaluations are not
 * interrupted.
 *
 * <p>Khatri et al., The Art of Scaling Reinforcement Learning Compute for LLMs, 2025,
 * arXiv:2510.13786.
 *
 * @param text put in
 * @param fewest tokens before it
 * @param most tokens before it
 */
public record InterruptionPlan(String text, int fewest, int most) {
  /** No token of the rollout is drawn by this random number. */
  private static final long PLACE = -1;

  /** A rollout with its interruption: any number of tokens before it is as likely as another. */
  Request interrupted(Request plain) {
    int after = fewest + (int) ((most - fewest + 1) * (double) Uniforms.at(plain.seed(), PLACE));
    return new Request(plain.id(), plain.prompt(), plain.seed(), new Interruption(after, text));
  }

  /**
   * The way from random numbers to tokens, as generations name it.
   *
   * @param plain the same without interruptions
   */
  String sampler(String plain) {
    return "%s interrupted/1 %d %d %s".formatted(plain, fewest, most, text);
  }
}
