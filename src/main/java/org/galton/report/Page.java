package org.galton.report;

import java.util.List;

/** The values that the template names. */
record Page(
    String title,
    String started,
    String finding,
    String result,
    boolean complete,
    List<Fact> facts,
    List<ModelEntry> models,
    List<TaskEntry> tasks,
    String spec,
    List<Chart> curves,
    List<Chart> compute,
    String withoutCompute,
    List<OutcomePicture> outcomes,
    List<Readings> readings,
    List<MetricTable> metrics,
    Ledger ledger,
    ChartData charts) {
  private static final int LONGEST_SPEC = 20_000;

  /** A place where the script draws, with what to say where it cannot be seen. */
  record Chart(String title, String alternative) {}

  static Page of(SweepReport report) {
    Models models = Models.of(report);
    List<ModelEntry> entries = models.entries();
    List<Panel> panels = Panel.of(report);
    PromptTexts texts = new PromptTexts(report.prompts());
    List<OutcomePicture> pictures =
        panels.stream()
            .map(panel -> OutcomePicture.of(panel, entries, report.promptStatistics(), texts))
            .toList();
    ChartData charts = ChartData.of(panels, models, report.metrics(), pictures);
    return new Page(
        VisibleText.line(report.run().sweep(), 120),
        RunFacts.started(report.run()),
        Finding.of(panels, entries, report.metrics(), pictures),
        RunFacts.result(report.run().exitCode()),
        report.run().exitCode() == 0,
        RunFacts.of(report),
        entries,
        TaskEntry.of(panels, report),
        VisibleText.of(report.run().spec(), LONGEST_SPEC),
        charts.curves().stream().map(c -> new Chart(c.title(), CurveText.of(c, entries))).toList(),
        charts.compute().stream().map(c -> new Chart(c.title(), CurveText.of(c))).toList(),
        withoutCompute(entries),
        pictures,
        Readings.of(report, panels, entries),
        panels.stream().map(panel -> MetricTable.of(panel, entries, report.metrics())).toList(),
        Ledger.of(panels, entries, report.books()),
        charts);
  }

  private static String withoutCompute(List<ModelEntry> models) {
    List<String> names =
        models.stream()
            .filter(model -> model.trainingFlops() == null || model.trainingFlops() <= 0)
            .map(ModelEntry::label)
            .toList();
    return String.join(", ", names);
  }
}
