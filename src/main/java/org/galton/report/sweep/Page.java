package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.report.Fact;
import org.galton.report.LeftOut;
import org.galton.report.ReportPage;
import org.galton.report.RunFacts;
import org.galton.report.SweepSection;
import org.galton.report.VisibleText;
import org.galton.table.BooksRow;

/** The values that the template names. */
public record Page(
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
    List<ForestPlot> forests,
    List<Chart> compute,
    String withoutCompute,
    List<SweepSection> opening,
    List<SweepSection> studies,
    List<Chart> rates,
    List<OutcomePicture> outcomes,
    List<Readings> readings,
    List<MetricTable> metrics,
    Ledger ledger,
    List<LeftOut> leftOut,
    ChartData charts)
    implements ReportPage {
  private static final int LONGEST_SPEC = 20_000;
  private static final int LONGEST_WARNING = 800;

  public static Page of(SweepReport report) {
    Models models = Models.of(report);
    List<ModelEntry> entries = models.entries();
    List<Panel> panels = Panel.of(report);
    PromptTexts texts = new PromptTexts(report.prompts());
    List<OutcomePicture> pictures =
        panels.stream()
            .map(panel -> OutcomePicture.of(panel, entries, report.promptStatistics(), texts))
            .toList();
    List<ForestPlot> forests = ForestPlots.of(report, panels, entries);
    ChartData charts = ChartData.of(report, panels, models, forests, pictures);
    List<SweepSection> opening = opening(report);
    return new Page(
        VisibleText.line(report.run().sweep(), 120),
        RunFacts.started(report.run()),
        opening.isEmpty()
            ? Finding.of(panels, entries, report.metrics(), pictures)
            : opening.get(0).finding(),
        alarms(report, panels, entries),
        RunFacts.result(report.run().exitCode()),
        report.run().exitCode() == 0,
        SweepFacts.of(report),
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
        opening,
        report.studies().stream()
            .filter(section -> section.isShown() && !opening.contains(section))
            .toList(),
        Chart.rates(charts.rates(), entries),
        pictures,
        Readings.of(report, panels, entries),
        panels.stream().map(panel -> MetricTable.of(panel, entries, report.metrics())).toList(),
        Ledger.of(panels, entries, report.books()),
        leftOut(report, charts, forests),
        charts);
  }

  private static List<String> alarms(
      SweepReport report, List<Panel> panels, List<ModelEntry> entries) {
    return Stream.concat(
            TruncationAlarm.of(panels, entries, report.promptStatistics()).stream(),
            Optional.ofNullable(report.run().warnings()).stream()
                .flatMap(String::lines)
                .map(warning -> VisibleText.line(warning, LONGEST_WARNING)))
        .toList();
  }

  private static String withoutCompute(List<ModelEntry> models) {
    List<String> names =
        models.stream()
            .filter(model -> model.trainingFlops() == null || model.trainingFlops() <= 0)
            .map(ModelEntry::label)
            .toList();
    return String.join(", ", names);
  }

  /** The study that the sweep was made for, where every task is one of its own; else none. */
  private static List<SweepSection> opening(SweepReport report) {
    Set<String> tasks = report.books().stream().map(BooksRow::task).collect(Collectors.toSet());
    return report.studies().stream()
        .filter(section -> !section.tasks().isEmpty() && section.tasks().containsAll(tasks))
        .limit(1)
        .toList();
  }

  private static List<LeftOut> leftOut(
      SweepReport report, ChartData charts, List<ForestPlot> forests) {
    List<LeftOut> left = new ArrayList<>();
    if (charts.curves().isEmpty()) {
      left.add(new LeftOut("What more rollouts bring", "two rollouts of a prompt or more"));
    }
    if (charts.undrawn().isEmpty()) {
      left.add(new LeftOut("What was never drawn", "answers, and rollouts that are right"));
    }
    if (forests.isEmpty()) {
      left.add(
          new LeftOut(
              "Which differences stand out", "two models, or two samplings, on the same prompts"));
    }
    if (charts.compute().isEmpty()) {
      left.add(
          new LeftOut(
              "Pass rate against training compute",
              "two models that know their training compute and have a pass rate"));
    }
    report.studies().stream()
        .filter(section -> !section.isShown())
        .flatMap(section -> section.leftOut().stream())
        .forEach(left::add);
    return left;
  }

  @Override
  public String template() {
    return "org/galton/report/report.html";
  }

  @Override
  public List<String> scripts() {
    return Stream.concat(opening.stream(), studies.stream())
        .flatMap(section -> section.scripts().stream())
        .distinct()
        .toList();
  }

  /** Whether prompts have different numbers of rollouts. */
  public boolean staged() {
    return facts.stream().anyMatch(fact -> fact.name().equals(BudgetFact.TITLE));
  }

  /** Whether a curve goes beyond the rollouts drawn. */
  public boolean extrapolated() {
    return charts.curves().stream()
        .flatMap(curves -> curves.curves().stream())
        .anyMatch(curve -> !curve.beyond().isEmpty());
  }
}
