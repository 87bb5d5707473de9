package org.galton.job;

import org.galton.spec.InvalidInput;

/** What to throw for a rollout whose key is stored more than once. */
final class StoredTwice {
  private StoredTwice() {}

  /**
   * @param where the rollouts are, and in which files where that is known
   */
  static InvalidInput of(String where, String promptId, int rolloutIndex) {
    return new InvalidInput(
        "Cannot read %s: rollout %d of prompt %s is stored twice; './galton check --output DIR' names the files, and with --repair sets the needless ones aside"
            .formatted(where, rolloutIndex, promptId));
  }
}
