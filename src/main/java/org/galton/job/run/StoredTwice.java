package org.galton.job.run;

import org.galton.spec.InvalidInput;

/** What to throw for a rollout whose key is stored more than once. */
public final class StoredTwice {
  private StoredTwice() {}

  /**
   * @param output the folder of the tables
   * @param where the rollouts are, and in which files where that is known
   */
  public static InvalidInput of(Object output, String where, String promptId, int rolloutIndex) {
    return new InvalidInput(
        "Cannot read %s: rollout %d of prompt %s is stored twice; './galton check --output %s' names the files, and with --repair sets the needless ones aside"
            .formatted(where, rolloutIndex, promptId, output));
  }
}
