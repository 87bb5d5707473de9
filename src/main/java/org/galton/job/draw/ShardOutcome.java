package org.galton.job.draw;

import java.io.Serializable;
import java.util.ArrayList;
import org.galton.sweep.VerifierUse;

/** What a shard's task tells the driver. */
sealed interface ShardOutcome extends Serializable {

  /**
   * The shard's file is there.
   *
   * @param task attempt that Spark knows it by
   * @param cell number of the cell in its plan
   * @param verifier what searches asked for
   * @param seconds that the task spent drawing
   * @param quarantined of the failed, those whose prompts killed their models
   */
  record Receipt(
      long task,
      int cell,
      int drawn,
      int failed,
      long tokens,
      VerifierUse verifier,
      double seconds,
      String device,
      ArrayList<Quarantined> quarantined)
      implements ShardOutcome {}

  /** The shard cannot be drawn, and no further attempt would change that. */
  record Refusal(RuntimeException reason) implements ShardOutcome {}
}
