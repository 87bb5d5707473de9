package org.galton.reinforce;

import java.util.Optional;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;
import org.galton.table.ScoreRow;
import org.galton.table.ScoreStatus;

/**
 * A rollout with the verdict on it.
 *
 * @param score absent where nothing was drawn
 * @param trace absent where nothing was drawn
 */
record DrawnRollout(RolloutRow row, Optional<ScoreRow> score, Optional<TokenTrace> trace) {
  boolean isFailed() {
    return RolloutStatus.FAILED.is(row.status());
  }

  boolean isTruncated() {
    return RolloutStatus.TRUNCATED.is(row.status());
  }

  boolean isScored() {
    return score.filter(given -> !ScoreStatus.UNSCORED.is(given.status())).isPresent();
  }

  boolean isCorrect() {
    return score.filter(given -> Boolean.TRUE.equals(given.correct())).isPresent();
  }

  boolean isAbstained() {
    return score.filter(given -> Boolean.TRUE.equals(given.abstained())).isPresent();
  }

  int tokens() {
    return row.completionTokens() == null ? 0 : row.completionTokens();
  }
}
