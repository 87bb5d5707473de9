package org.galton.reinforce;

import java.util.Optional;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.signal.RolloutSignals;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;

/**
 * A rollout with the verdict on it: that of the verifier that the training goes by.
 *
 * @param trace absent where nothing was drawn
 */
record DrawnRollout(RolloutRow row, RolloutSignals signals, Optional<TokenTrace> trace) {
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
