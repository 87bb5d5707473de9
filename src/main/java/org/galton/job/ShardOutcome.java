package org.galton.job;

import java.io.Serializable;

/** What a shard's task tells the driver. */
sealed interface ShardOutcome extends Serializable {

  /**
   * The shard's file is there.
   *
   * @param cell number of the cell in its plan
   * @param seconds that the task spent drawing
   */
  record Receipt(int cell, int drawn, int failed, long tokens, double seconds, String device)
      implements ShardOutcome {}

  /** The shard cannot be drawn, and no further attempt would change that. */
  record Refusal(RuntimeException reason) implements ShardOutcome {}
}
