package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.galton.report.Fact;
import org.galton.report.Figures;
import org.galton.table.PromptStatisticsRow;

/** Says that prompts have different numbers of rollouts, and what is made of them. */
final class BudgetFact {
  static final String TITLE = "Budget";

  private BudgetFact() {}

  /** Empty where every prompt has as many rollouts. */
  static Optional<Fact> of(List<Panel> panels, List<PromptStatisticsRow> statistics) {
    List<String> tasks = new ArrayList<>();
    for (Panel panel : panels) {
      List<PromptStatisticsRow> rows =
          statistics.stream().filter(row -> panel.holds(row) && row.second().exists()).toList();
      if (!rows.isEmpty()) {
        IntSummaryStatistics both =
            rows.stream().mapToInt(PromptStatisticsRow::wanted).summaryStatistics();
        tasks.add(
            Figures.format(
                "%s: a pilot of %,d for every prompt, then more: %,d to %,d rollouts, %.1f in the"
                    + " mean.",
                panel.title(),
                rows.stream().mapToInt(PromptStatisticsRow::first).max().orElse(0),
                both.getMin(),
                both.getMax(),
                both.getAverage()));
      }
    }
    return tasks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fact(
                TITLE,
                String.join(" ", tasks)
                    + " pass@k and mean@n are made of both stages by weights fixed beforehand; all"
                    + " other figures are of the pilot."));
  }
}
