package org.galton.table.store;

import java.util.List;
import org.galton.table.RolloutRow;
import org.galton.table.ScoreRow;

/**
 * What names a rollout for good.
 *
 * @param generation hash of all that shapes the distribution it is drawn from
 * @param rolloutIndex number of the rollout within its prompt, from 0
 */
public record RolloutKey(String generation, String task, String promptId, int rolloutIndex) {

  public static RolloutKey of(RolloutRow row) {
    return new RolloutKey(row.generation(), row.task(), row.promptId(), row.rolloutIndex());
  }

  /** Of the rollout that was judged. */
  public static RolloutKey of(ScoreRow row) {
    return new RolloutKey(row.generation(), row.task(), row.promptId(), row.rolloutIndex());
  }

  /** Fixes every random number of the rollout: 64 bits of a hash of the whole key. */
  public long seed() {
    return Fingerprint.of(List.of(generation, task, promptId, Integer.toString(rolloutIndex)))
        .bits();
  }
}
