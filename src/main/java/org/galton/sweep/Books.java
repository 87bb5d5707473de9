package org.galton.sweep;

import java.util.Optional;
import org.galton.table.store.Unfinished;

/**
 * A cell's account: requested = scored + unscored + failed.
 *
 * @param requested rollouts that the sweep wants
 * @param generated of these, drawn by this run
 * @param reused of these, drawn by earlier runs
 * @param scored rollouts with a verdict
 * @param unscored rollouts without one
 * @param failed rollouts that could not be drawn
 * @param tokens drawn by this run
 * @param deviceSeconds that task slots of this run spent drawing
 * @param verifier what searches of this run asked for while they drew; nothing without a sampler
 */
public record Books(
    long requested,
    long generated,
    long reused,
    long scored,
    long unscored,
    long failed,
    long tokens,
    double deviceSeconds,
    Optional<VerifierUse> verifier) {

  /** Rollouts that are neither drawn nor known to have failed. */
  public long missing() {
    return requested - scored - unscored - failed;
  }

  /**
   * Refuses books that do not balance.
   *
   * @param cell as the message calls it
   */
  public void check(String cell) {
    if (missing() != 0 || generated + reused != scored + unscored) {
      throw new Unfinished(
          ("Cannot summarize %s: the books do not balance: requested %d, scored %d, unscored %d,"
                  + " failed %d, so %d are missing; drawn by this run %d, by earlier ones %d;"
                  + " run the same command again")
              .formatted(cell, requested, scored, unscored, failed, missing(), generated, reused));
    }
  }
}
