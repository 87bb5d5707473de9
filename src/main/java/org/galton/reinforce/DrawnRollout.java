package org.galton.reinforce;

import java.util.Optional;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.signal.RolloutSignals;
import org.galton.reinforce.tree.Trajectory;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;

/**
 * A rollout with the verdict on it: that of the verifier that the training goes by.
 *
 * @param trace absent where nothing was drawn
 * @param trajectory of the tree that it is drawn in; nothing for a rollout of its own
 */
record DrawnRollout(
    RolloutRow row,
    RolloutSignals signals,
    Optional<TokenTrace> trace,
    Optional<Trajectory> trajectory) {

  /** A rollout of its own. */
  DrawnRollout(RolloutRow row, RolloutSignals signals, Optional<TokenTrace> trace) {
    this(row, signals, trace, Optional.empty());
  }

  boolean isFailed() {
    return RolloutStatus.FAILED.is(row.status());
  }

  boolean isTruncated() {
    return RolloutStatus.TRUNCATED.is(row.status());
  }

  boolean isScored() {
    return signals.isComplete();
  }

  boolean isCorrect() {
    return signals.verdict().filter(given -> Boolean.TRUE.equals(given.correct())).isPresent();
  }

  boolean isAbstained() {
    return signals.verdict().filter(given -> Boolean.TRUE.equals(given.abstained())).isPresent();
  }

  int tokens() {
    return row.completionTokens() == null ? 0 : row.completionTokens();
  }
}
