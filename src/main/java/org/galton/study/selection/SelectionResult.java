package org.galton.study.selection;

import java.util.List;
import org.galton.job.run.RunWriter;
import org.galton.study.selection.row.GeneratedIssueRow;
import org.galton.study.selection.row.PatchScoreRow;
import org.galton.study.selection.row.SelectedPatchRow;
import org.galton.study.selection.row.SelectionArmRow;
import org.galton.study.selection.row.SelectionTables;

/**
 * Patches that were chosen, and how often each way of choosing resolves an issue.
 *
 * @param scores of every patch, where the cases were given
 * @param issues that were generated
 * @param runs of the interpreter; 0 where the cases were given
 */
record SelectionResult(
    List<SelectedPatchRow> rows,
    List<PatchScoreRow> scores,
    List<SelectionArmRow> arms,
    List<GeneratedIssueRow> issues,
    long runs) {

  void write(RunWriter run) {
    run.publish(SelectionTables.ISSUES, issues);
    run.publish(SelectionTables.SELECTIONS, rows);
    run.publish(SelectionTables.SCORES, scores);
    run.publish(SelectionTables.ARMS, arms);
  }
}
