package org.galton.study.judges;

import java.io.Serializable;
import org.galton.table.ScoreStatus;

/** The part of a row of {@code scores} that is compared. */
record GivenVerdict(
    String scorer,
    String promptId,
    int rolloutIndex,
    String status,
    String answer,
    Boolean correct,
    Boolean abstained,
    String foundBy,
    String detail,
    Integer judgeTokens,
    Double judgeSeconds,
    Long judgePeakMib)
    implements Serializable {

  Judged key() {
    return new Judged(promptId, rolloutIndex);
  }

  /** An unscored rollout is neither right nor wrong. */
  boolean isGiven() {
    return !ScoreStatus.UNSCORED.is(status);
  }
}
