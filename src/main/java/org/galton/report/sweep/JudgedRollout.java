package org.galton.report.sweep;

import java.util.Optional;
import org.galton.table.RolloutRow;
import org.galton.table.ScoreRow;

/** A rollout with its verdict. */
public record JudgedRollout(RolloutRow rollout, ScoreRow score) {

  /** What became of the rollout; empty where nothing was drawn or no verdict was reached. */
  public Optional<ReadingOutcome> outcome() {
    if (rollout.completion() == null || score.correct() == null) {
      return Optional.empty();
    }
    if (score.correct()) {
      return Optional.of(ReadingOutcome.CORRECT);
    }
    boolean cut = rollout.status().equals("truncated");
    return Optional.of(cut ? ReadingOutcome.TRUNCATED : ReadingOutcome.WRONG);
  }
}
