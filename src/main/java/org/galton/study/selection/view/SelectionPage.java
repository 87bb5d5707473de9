package org.galton.study.selection.view;

import java.util.List;
import java.util.Optional;
import org.galton.report.Figures;
import org.galton.report.StudyPage;
import org.galton.study.selection.row.SelectedPatchRow;
import org.galton.study.selection.row.SelectionArmRow;
import org.galton.table.RunRow;

/** The page of chosen patches. */
public final class SelectionPage {
  private SelectionPage() {}

  public static StudyPage of(
      RunRow run, List<SelectedPatchRow> choices, List<SelectionArmRow> arms) {
    return StudyPage.of(
        "select", run, finding(arms), List.of(), List.of(new SelectionSection(choices, arms)));
  }

  private static String finding(List<SelectionArmRow> arms) {
    List<SelectionArmRow> selected =
        arms.stream()
            .filter(row -> row.arm().equals(SelectionSection.SELECTED) && row.accuracy() != null)
            .toList();
    if (selected.isEmpty()) {
      return "The cases do not say which patches resolve their issue.";
    }
    long helps = selected.stream().filter(row -> above(row).orElse(false)).count();
    long hurts = selected.stream().filter(row -> below(row).orElse(false)).count();
    return "The tests' choice resolves %s to %s of the issues; it is above the majority in %d of %d settings and below it in %d, intervals beyond 0."
        .formatted(
            Figures.percent(
                selected.stream().mapToDouble(SelectionArmRow::accuracy).min().orElse(0)),
            Figures.percent(
                selected.stream().mapToDouble(SelectionArmRow::accuracy).max().orElse(0)),
            helps,
            selected.size(),
            hurts);
  }

  private static Optional<Boolean> above(SelectionArmRow row) {
    return Optional.ofNullable(row.aboveLow()).map(low -> low > 0);
  }

  private static Optional<Boolean> below(SelectionArmRow row) {
    return Optional.ofNullable(row.aboveHigh()).map(high -> high < 0);
  }
}
