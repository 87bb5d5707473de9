package org.galton.study.selection.row;

/** A row of {@code patch_scores}; see its schema for the columns. A NULL is null. */
public record PatchScoreRow(
    String runId, String issue, String patch, double score, int copies, Boolean resolved) {}
