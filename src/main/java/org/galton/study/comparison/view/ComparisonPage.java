package org.galton.study.comparison.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.report.FewPrompts;
import org.galton.report.Figures;
import org.galton.report.StudyPage;
import org.galton.report.VisibleText;
import org.galton.report.sweep.SideNames;
import org.galton.table.ComparisonRow;
import org.galton.table.RunRow;

/** The page of a comparison of runs, or of the models of one. */
public final class ComparisonPage {
  private static final double FALSE_DISCOVERIES = 0.05;

  private ComparisonPage() {}

  /**
   * @param run the comparison itself
   * @param rows of the table {@code comparisons}
   * @param changed prompts whose solve rate changed most, pair by pair
   * @param gates what each gate says
   * @param warnings what else a reader must know: gates that are missed, cells without counterpart
   */
  public static StudyPage of(
      RunRow run,
      List<ComparisonRow> rows,
      List<ChangedPrompt> changed,
      List<String> gates,
      List<String> warnings) {
    SideNames names = new SideNames(rows.get(0).baselineRunId(), Map.of());
    List<String> all = new ArrayList<>();
    warnings.forEach(warning -> all.add(VisibleText.line(warning, 800)));
    FewPrompts.warning(
            rows.stream()
                .filter(row -> row.prompts() > 0)
                .mapToInt(row -> row.clusters() == null ? row.prompts() : row.clusters())
                .min())
        .ifPresent(all::add);
    return StudyPage.of(
        "compare",
        run,
        finding(rows, names),
        all,
        List.of(ComparisonSection.of(rows, names, changed, gates)));
  }

  /** How many pairs differ in pass@1, and the pair that differs most. */
  private static String finding(List<ComparisonRow> rows, SideNames names) {
    List<ComparisonRow> means =
        rows.stream()
            .filter(row -> row.metric().equals("mean@n") && row.difference() != null)
            .toList();
    Optional<ComparisonRow> most =
        means.stream().max(Comparator.comparingDouble(row -> Math.abs(row.difference())));
    long apart =
        means.stream()
            .filter(row -> row.qValue() != null && row.qValue() < FALSE_DISCOVERIES)
            .count();
    return most.map(
            row ->
                "In pass@1, %s of %s differences %s out (q below 0.05). %s: %s on %s, %s points%s."
                    .formatted(
                        Figures.count(apart),
                        Figures.count(means.size()),
                        apart == 1 ? "stands" : "stand",
                        means.size() == 1 ? "It is" : "The largest",
                        names.difference(row),
                        VisibleText.line(row.task(), 120),
                        Figures.points(row.difference()),
                        interval(row)))
        .orElse("No difference in pass@1 could be computed.");
  }

  private static String interval(ComparisonRow row) {
    return row.ciLow() == null || row.ciHigh() == null
        ? ""
        : " (95\u202f%% interval %s to %s)"
            .formatted(Figures.points(row.ciLow()), Figures.points(row.ciHigh()));
  }
}
