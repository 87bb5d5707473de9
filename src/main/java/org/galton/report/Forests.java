package org.galton.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galton.table.ComparisonRow;

/** The comparisons of a run, a forest for each task: first within the run, then with others. */
final class Forests {
  private static final Set<String> METRICS = Set.of("mean@n", "maj@n");

  private final String runId;
  private final List<Panel> panels;

  private Forests(String runId, List<Panel> panels) {
    this.runId = runId;
    this.panels = panels;
  }

  static List<Forest> of(SweepReport report, List<Panel> panels, List<ModelEntry> models) {
    String runId = report.run().runId();
    Forests forests = new Forests(runId, panels);
    Map<String, List<ComparisonRow>> byTitle = new LinkedHashMap<>();
    for (ComparisonRow row : latest(report.comparisons())) {
      byTitle.computeIfAbsent(forests.title(row), title -> new ArrayList<>()).add(row);
    }
    SideNames names = SideNames.of(runId, models);
    return byTitle.entrySet().stream()
        .map(entry -> Forest.of(entry.getKey(), entry.getValue(), names))
        .toList();
  }

  private String title(ComparisonRow row) {
    boolean within = row.baselineRunId().equals(runId) && row.candidateRunId().equals(runId);
    if (!within) {
      return VisibleText.line(row.task(), 120) + ", with other runs";
    }
    return panels.stream()
        .filter(panel -> panel.task().equals(row.task()))
        .filter(panel -> panel.sampling().equals(row.baselineSampling()))
        .filter(panel -> row.candidateSampling().equals(row.baselineSampling()))
        .map(Panel::title)
        .findFirst()
        .orElseGet(() -> VisibleText.line(row.task(), 120));
  }

  /**
   * Of two cells that were compared more than once the comparison that is listed last; in the place
   * of the first, so that those within the run stay before stored ones.
   */
  private static List<ComparisonRow> latest(List<ComparisonRow> rows) {
    Map<List<String>, ComparisonRow> latest = new LinkedHashMap<>();
    Set<List<String>> within = new HashSet<>();
    return null;
  }
}
