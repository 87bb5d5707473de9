package org.galton.study.selection.row;

import java.io.Serializable;

/** A row of {@code generated_issues}; see its schema for the columns. */
public record GeneratedIssueRow(
    String runId, String issue, String proposer, String operator, String text, String source)
    implements Serializable {}
