package org.galton.report;

import java.util.List;

/** The values that the template names. */
record Page(
    String title,
    String started,
    String finding,
    List<String> alarms,
    String result,
    boolean complete,
    List<Fact> facts,
    List<ModelEntry> models,
    List<TaskEntry> tasks,
    String spec,
    List<Chart> curves,
    List<Chart> undrawn,
    List<Forest> forests,
    List<Chart> compute,
    String withoutCompute,
    ScalingSection scaling,
    EmergenceSection emergence,
    BalanceSection balance,
    Opening opening,
    List<Chart> rates,
    List<OutcomePicture> outcomes,
    List<Readings> readings,
    List<MetricTable> metrics,
    Ledger ledger,
    List<LeftOut> leftOut,
    ChartData charts) {
  private static final int LONGEST_SPEC = 20_000;

  static Page of(SweepReport report) {
    Models models = Models.of(report);
    List<ModelEntry> entries = models.entries();
    List<Panel> panels = Panel.of(report);
    PromptTexts texts = new PromptTexts(report.prompts());
    List<OutcomePicture> pictures =
        panels.stream()
            .map(panel -> OutcomePicture.of(panel, entries, report.promptStatistics(), texts))
            .toList();
    List<Forest> forests = Forests.of(report, panels, entries);
    EmergenceSection emergence = EmergenceSection.of(report.emergence());
    BalanceSection balance = BalanceSection.of(report.balance());
    ChartData charts = ChartData.of(report, panels, models, forests, emergence, balance, pictures);
    Opening opening = Opening.of(report);
    ScalingSection scaling = ScalingSection.ofSweep(report.scaling());
    return new Page(
        VisibleText.line(report.run().sweep(), 120),
        RunFacts.started(report.run()),
        switch (opening) {
          case LANDSCAPE -> balance.finding();
          case GROUPS -> EmergenceSection.finding(report.emergence().conditions());
          case RATES -> Finding.of(panels, entries, report.metrics(), pictures);
        },
        TruncationAlarm.of(panels, entries, report.promptStatistics()),
        RunFacts.result(report.run().exitCode()),
        report.run().exitCode() == 0,
        RunFacts.of(report),
        entries,
        TaskEntry.of(panels, report),
        VisibleText.of(report.run().spec(), LONGEST_SPEC),
        Chart.passAtK(
            charts.curves(),
            Curves.drawn(panels, entries, report.metrics()),
            entries,
            report.metrics()),
        Chart.undrawn(charts.undrawn(), entries),
        forests,
        Chart.compute(charts.compute()),
        withoutCompute(entries),
        scaling,
        emergence,
        balance,
        opening,
        Chart.rates(charts.rates(), entries),
        pictures,
        Readings.of(report, panels, entries),
        panels.stream().map(panel -> MetricTable.of(panel, entries, report.metrics())).toList(),
        Ledger.of(panels, entries, report.books()),
        LeftOut.of(charts, forests, scaling.tooFew()),
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

  public boolean opensWithGroups() {
    return opening == Opening.GROUPS;
  }

  public boolean opensWithLandscape() {
    return opening == Opening.LANDSCAPE;
  }

  /** Whether a curve goes beyond the rollouts drawn. */
  public boolean extrapolated() {
    return charts.curves().stream()
        .flatMap(curves -> curves.curves().stream())
        .anyMatch(curve -> !curve.beyond().isEmpty());
  }
}
