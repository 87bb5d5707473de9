package org.galton.samplelog;

import org.galton.table.RolloutStatus;

/**
 * What was drawn. What a log does not state is null.
 *
 * @param completion null where nothing was drawn
 * @param error why nothing was drawn; null otherwise
 */
public record LoggedOutcome(
    RolloutStatus status,
    String completion,
    Integer promptTokens,
    Integer completionTokens,
    Double seconds,
    String error) {

  /** A completion of which nothing else is known. */
  static LoggedOutcome complete(String completion) {
    return new LoggedOutcome(RolloutStatus.COMPLETE, completion, null, null, null, null);
  }

  /** Whatever is null is not known. */
  static LoggedOutcome drawn(
      RolloutStatus status,
      String completion,
      Integer promptTokens,
      Integer completionTokens,
      Double seconds) {
    return new LoggedOutcome(status, completion, promptTokens, completionTokens, seconds, null);
  }

  static LoggedOutcome failed(String reason) {
    return new LoggedOutcome(RolloutStatus.FAILED, null, null, null, null, reason);
  }
}
