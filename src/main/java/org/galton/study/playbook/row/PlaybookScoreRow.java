package org.galton.study.playbook.row;

/** A row of {@code playbook_scores}; see its schema for the columns. */
public record PlaybookScoreRow(
    String runId,
    String arm,
    String phase,
    int step,
    int prompts,
    int failed,
    int correct,
    Double accuracy,
    Double low,
    Double high,
    Double difference,
    Double differenceLow,
    Double differenceHigh,
    int contextTokens,
    Integer bullets) {}
