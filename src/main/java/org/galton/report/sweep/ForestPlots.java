package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galton.report.VisibleText;
import org.galton.table.ComparisonRow;

/** The comparisons of a run, a forest for each task: first within the run, then with others. */
final class ForestPlots {
  private static final Set<String> METRICS = Set.of("mean@n", "maj@n");

  private final String runId;
  private final List<Panel> panels;

  private ForestPlots(String runId, List<Panel> panels) {
    this.runId = runId;
    this.panels = panels;
  }

  static List<ForestPlot> of(SweepReport report, List<Panel> panels, List<ModelEntry> models) {
    String runId = report.run().runId();
    ForestPlots forests = new ForestPlots(runId, panels);
    Map<String, List<ComparisonRow>> byTitle = new LinkedHashMap<>();
    for (ComparisonRow row : latest(report.comparisons(), runId)) {
      byTitle.computeIfAbsent(forests.title(row), title -> new ArrayList<>()).add(row);
    }
    SideNames names = SideNames.of(runId, models);
    return byTitle.entrySet().stream()
        .map(entry -> ForestPlot.of(entry.getKey(), entry.getValue(), names))
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

  /** Of two cells compared more than once: the run's own comparison, else the last stored. */
  private static Collection<ComparisonRow> latest(List<ComparisonRow> rows, String runId) {
    Map<Compared, ComparisonRow> latest = new LinkedHashMap<>();
    for (ComparisonRow row : rows) {
      if (METRICS.contains(row.metric())) {
        latest.merge(
            Compared.of(row),
            row,
            (earlier, later) -> earlier.comparisonId().equals(runId) ? earlier : later);
      }
    }
    return latest.values();
  }

  /** What a difference is about, whichever way round. */
  private record Compared(String metric, String task, Set<List<String>> sides) {
    static Compared of(ComparisonRow row) {
      return new Compared(
          row.metric(),
          row.task(),
          Set.copyOf(
              List.of(
                  List.of(row.baselineRunId(), row.baselineModel(), row.baselineGeneration()),
                  List.of(row.candidateRunId(), row.candidateModel(), row.candidateGeneration()))));
    }
  }
}
