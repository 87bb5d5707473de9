package org.galton.study.comparison.view;

import static org.galton.report.ColumnFormat.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.report.StudySection;
import org.galton.report.VisibleText;
import org.galton.report.sweep.ChartData;
import org.galton.report.sweep.ForestPlot;
import org.galton.report.sweep.SideNames;
import org.galton.table.ComparisonRow;

/**
 * Cells compared on the prompts that they share.
 *
 * @param gates what each gate says
 * @param tables prompts that changed most, and those that were left out
 */
record ComparisonSection(List<ForestPlot> forests, List<String> gates, List<FigureTable> tables)
    implements StudySection {
  private static final Columns<ChangedPrompt> CHANGED =
      Columns.<ChangedPrompt>of()
          .column(ChangedPrompt::prompt, page("Prompt"))
          .column(ChangedPrompt::baselineRate, page("Of A", Figures::percent))
          .column(ChangedPrompt::candidateRate, page("Of B", Figures::percent))
          .column(
              prompt -> prompt.candidateRate() - prompt.baselineRate(),
              page("B − A, points", Figures::points));

  static ComparisonSection of(
      List<ComparisonRow> rows, SideNames names, List<ChangedPrompt> changed, List<String> gates) {
    List<ComparisonRow> figures = figures(rows);
    return new ComparisonSection(
        figures.stream()
            .map(ComparisonRow::task)
            .distinct()
            .map(
                task ->
                    ForestPlot.of(
                        VisibleText.line(task, 120),
                        figures.stream().filter(row -> row.task().equals(task)).toList(),
                        names))
            .toList(),
        gates.stream().map(gate -> VisibleText.line(gate, 800)).toList(),
        Stream.concat(
                changed.stream()
                    .map(ChangedPrompt::pair)
                    .distinct()
                    .map(
                        pair ->
                            CHANGED.table(
                                VisibleText.line(pair, 400),
                                changed.stream().filter(one -> one.pair().equals(pair)).toList())),
                Stream.of(leftOut(rows, names)))
            .filter(table -> !table.rows().isEmpty())
            .toList());
  }

  /** The mean of all rollouts is the same figure as pass@1: of both, one is shown. */
  static List<ComparisonRow> figures(List<ComparisonRow> rows) {
    boolean passes = rows.stream().anyMatch(ComparisonSection::isPassAt1);
    return rows.stream().filter(row -> !passes || !row.metric().equals("mean@n")).toList();
  }

  static boolean isPassAt1(ComparisonRow row) {
    return row.metric().equals("pass@k") && Integer.valueOf(1).equals(row.k());
  }

  private static FigureTable leftOut(List<ComparisonRow> rows, SideNames names) {
    Set<List<String>> pairs =
        rows.stream()
            .filter(row -> row.promptsOnlyBaseline() + row.promptsOnlyCandidate() > 0)
            .map(
                row ->
                    List.of(
                        names.difference(row) + " on " + VisibleText.line(row.task(), 120),
                        Figures.count(row.promptsOnlyCandidate()),
                        Figures.count(row.promptsOnlyBaseline())))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new FigureTable(
        "Prompts that are left out, as one side has them only",
        List.of("First − second", "Only the first", "Only the second"),
        List.copyOf(pairs));
  }

  @Override
  public Map<String, Object> charts() {
    return Map.of(
        "forests",
        forests.stream()
            .map(forest -> new ChartData.ForestData(forest.title(), forest.groups()))
            .toList());
  }
}
