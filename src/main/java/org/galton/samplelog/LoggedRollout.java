package org.galton.samplelog;

import java.util.List;
import java.util.Optional;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;
import org.galton.table.ScoreRow;
import org.galton.table.store.Fingerprint;
import org.galton.task.Prompt;

/**
 * A rollout as a log holds it.
 *
 * @param place where in the log, for messages: {@code samples.jsonl line 3}
 * @param rolloutIndex number of the rollout within its prompt, from 0
 */
public record LoggedRollout(
    String place,
    LogCell cell,
    Prompt prompt,
    int rolloutIndex,
    LoggedOutcome outcome,
    Optional<LoggedVerdict> verdict) {

  /** Whether nothing was drawn. */
  public boolean isFailed() {
    return outcome.status() == RolloutStatus.FAILED;
  }

  public RolloutRow row() {
    return new RolloutRow(
        cell.model(),
        cell.task(),
        cell.generation(),
        prompt.id(),
        rolloutIndex,
        outcome.status().text(),
        outcome.completion(),
        outcome.promptTokens(),
        outcome.completionTokens(),
        null,
        null,
        "imported",
        outcome.seconds(),
        1,
        outcome.error());
  }

  /** Only where there is a verdict. */
  public ScoreRow score() {
    LoggedVerdict judged = verdict.orElseThrow();
    return new ScoreRow(
        cell.model(),
        cell.task(),
        cell.generation(),
        cell.scorer(),
        prompt.id(),
        rolloutIndex,
        judged.status().text(),
        judged.answer(),
        judged.correct(),
        judged.abstained(),
        judged.reward(),
        judged.error(),
        null,
        null,
        null,
        null,
        null);
  }

  /** Names the rollout within its cell. */
  public String key() {
    return Fingerprint.of(List.of(prompt.id(), Integer.toString(rolloutIndex))).hex(8);
  }
}
