package org.galton.study.selection.row;

/** A row of {@code selections}; see its schema for the columns. A NULL is null. */
public record SelectedPatchRow(
    String runId,
    String issue,
    Double pFix,
    Double testError,
    int patches,
    int tests,
    int droppedTests,
    String chosen,
    double score,
    int ties,
    String majority,
    Boolean chosenResolves,
    Boolean majorityResolves,
    Boolean anyResolves) {}
