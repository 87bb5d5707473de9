package org.galton.job.draw;

import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.Outcome;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;
import org.galton.table.store.Partition;

/** Rows of table {@code rollouts}. */
public final class RolloutRows {
  private RolloutRows() {}

  /**
   * What became of a request.
   *
   * @param attempt how often the rollout was asked for, this time included
   * @param device that drew it
   */
  public static RolloutRow row(
      Partition partition,
      String promptId,
      int rolloutIndex,
      int attempt,
      Outcome outcome,
      String device) {
    return outcome instanceof Completion completion
        ? drawn(partition, promptId, rolloutIndex, attempt, completion, device)
        : failed(
            partition,
            promptId,
            rolloutIndex,
            attempt,
            ((GenerationFailure) outcome).reason(),
            device);
  }

  private static RolloutRow drawn(
      Partition partition,
      String promptId,
      int rolloutIndex,
      int attempt,
      Completion completion,
      String device) {
    RolloutStatus status =
        switch (completion.finish()) {
          case STOP -> RolloutStatus.COMPLETE;
          case LENGTH -> RolloutStatus.TRUNCATED;
        };
    return new RolloutRow(
        partition.model(),
        partition.task(),
        partition.generation(),
        promptId,
        rolloutIndex,
        status.text(),
        completion.text(),
        known(completion.promptTokens()),
        known(completion.completionTokens()),
        finite(completion.logprobSum()),
        finite(completion.entropyMean()),
        device,
        completion.seconds(),
        attempt,
        null);
  }

  private static RolloutRow failed(
      Partition partition,
      String promptId,
      int rolloutIndex,
      int attempt,
      String reason,
      String device) {
    return new RolloutRow(
        partition.model(),
        partition.task(),
        partition.generation(),
        promptId,
        rolloutIndex,
        RolloutStatus.FAILED.text(),
        null,
        null,
        null,
        null,
        null,
        device,
        null,
        attempt,
        reason);
  }

  /** Not every model knows its probabilities. */
  private static Double finite(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static Integer known(int tokens) {
    return tokens == Completion.UNKNOWN ? null : (Integer) tokens;
  }
}
