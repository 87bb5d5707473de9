package org.galton.report.sweep;

import java.util.List;
import java.util.stream.Collectors;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.table.BooksRow;

/** A task of the sweep, as the report's second table shows it. */
record TaskEntry(String title, String prompts, String rollouts, String scorer) {

  static TaskEntry of(Panel panel, SweepReport report) {
    long prompts =
        report.promptStatistics().stream()
            .filter(panel::holds)
            .map(row -> row.promptId())
            .distinct()
            .count();
    String scorer =
        report.books().stream()
            .filter(panel::holds)
            .map(BooksRow::scorer)
            .distinct()
            .collect(Collectors.joining(", "));
    return new TaskEntry(
        panel.title(),
        prompts == 0 ? "–" : Figures.count(prompts),
        SweepFacts.rolloutsPerPrompt(panel, report.promptStatistics()),
        scorer.isEmpty() ? "–" : VisibleText.line(scorer, 200));
  }

  static List<TaskEntry> of(List<Panel> panels, SweepReport report) {
    return panels.stream().map(panel -> of(panel, report)).toList();
  }
}
