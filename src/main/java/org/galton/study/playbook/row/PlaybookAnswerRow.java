package org.galton.study.playbook.row;

import java.util.List;

/** A row of {@code playbook_answers}; see its schema for the columns. */
public record PlaybookAnswerRow(
    String runId,
    String arm,
    String phase,
    int step,
    String promptId,
    Boolean correct,
    String completion,
    Integer promptTokens,
    Integer completionTokens,
    List<String> used,
    int rounds,
    String lesson,
    List<String> tags,
    List<String> operations,
    List<String> faults) {

  /** The same as another run's. */
  public PlaybookAnswerRow of(String run) {
    return new PlaybookAnswerRow(
        run,
        arm,
        phase,
        step,
        promptId,
        correct,
        completion,
        promptTokens,
        completionTokens,
        used,
        rounds,
        lesson,
        tags,
        operations,
        faults);
  }
}
