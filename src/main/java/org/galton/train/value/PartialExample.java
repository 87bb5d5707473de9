package org.galton.train.value;

import org.galton.numerics.Fnv1a;

/**
 * A beginning that completions of a prompt have in common, and what became of them.
 *
 * @param task of the prompt
 * @param promptId of the prompt
 * @param depth blocks of the beginning
 * @param tokens ids of the prompt's tokens and those of the beginning
 * @param right completions that begin so and are right
 * @param wrong completions that begin so and are wrong
 */
record PartialExample(
    String task, String promptId, int depth, int[] tokens, long right, long wrong) {

  /** Whether it is measured on: by prompt, in a random order that does not depend on the run. */
  boolean isHeldOut(double share) {
    return Fnv1a.mixed(promptId) >>> 1 < share * Long.MAX_VALUE;
  }

  double rightShare() {
    return (double) right / (right + wrong);
  }
}
