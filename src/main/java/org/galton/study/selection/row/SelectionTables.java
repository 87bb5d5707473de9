package org.galton.study.selection.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of chosen patches. */
public final class SelectionTables {
  public static final Table<SelectedPatchRow> SELECTIONS =
      new Table<>("selections", SelectedPatchRow.class);
  public static final Table<PatchScoreRow> SCORES =
      new Table<>("patch_scores", PatchScoreRow.class);
  public static final Table<SelectionArmRow> ARMS =
      new Table<>("selection_arms", SelectionArmRow.class);

  public static final Table<GeneratedIssueRow> ISSUES =
      new Table<>("generated_issues", GeneratedIssueRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(ISSUES, SELECTIONS, SCORES, ARMS);

  private SelectionTables() {}
}
