package org.galton.samplelog;

import org.galton.table.ScoreStatus;

/** A verdict as table {@code scores} holds it: null where the status leaves a column empty. */
public record LoggedVerdict(
    ScoreStatus status,
    String answer,
    Boolean correct,
    Boolean abstained,
    Double reward,
    String error) {

  /**
   * Right or wrong.
   *
   * @param answer blank where none was found
   */
  static LoggedVerdict of(boolean correct, String answer) {
    if (answer.isBlank() && !correct) {
      return new LoggedVerdict(ScoreStatus.UNPARSED, null, false, false, 0.0, null);
    }
    return new LoggedVerdict(ScoreStatus.SCORED, answer, correct, false, correct ? 1.0 : 0, null);
  }

  static LoggedVerdict none(String reason) {
    return new LoggedVerdict(ScoreStatus.UNSCORED, null, null, null, null, reason);
  }
}
