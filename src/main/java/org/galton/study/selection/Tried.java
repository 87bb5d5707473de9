package org.galton.study.selection;

import java.io.Serializable;
import java.util.List;
import org.galton.study.selection.row.GeneratedIssueRow;

/**
 * A generated issue with what was chosen for it.
 *
 * @param outcomes by setting
 * @param runs of the interpreter
 */
record Tried(GeneratedIssueRow issue, List<Outcome> outcomes, long runs) implements Serializable {}
