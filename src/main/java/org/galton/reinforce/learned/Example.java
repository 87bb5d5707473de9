package org.galton.reinforce.learned;

import org.galton.numerics.Fnv1a;

/**
 * A stored rollout with its verdict.
 *
 * @param key of the rollout
 * @param values of {@link CompletionTerms}
 */
record Example(String promptId, String key, double[] values, boolean right) {
  /** A random order that does not depend on where rows lie. */
  long order() {
    return Fnv1a.mixed(key);
  }
}
