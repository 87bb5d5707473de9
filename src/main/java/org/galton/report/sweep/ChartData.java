package org.galton.report.sweep;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galton.report.SweepSection;
import org.galton.report.VisibleText;
import org.galton.table.MetricRow;

/**
 * What the page's script draws, embedded as JSON. Models are referred to by their place in {@link
 * #models}.
 *
 * @param ordered whether the models are checkpoints of one training
 */
public record ChartData(
    List<Model> models,
    boolean ordered,
    List<Curves> curves,
    List<Curves> undrawn,
    List<ForestData> forests,
    List<Compute> compute,
    List<SolveRates> rates,
    List<Outcomes> outcomes,
    @JsonAnyGetter Map<String, Object> studies) {

  record Model(String label, Long step, Double flops) {}

  /** Pass rate of every task under one sampling against training compute. */
  record Compute(String title, List<ComputeLine> lines) {}

  record ComputeLine(String task, List<ComputePoint> points) {}

  record ComputePoint(int model, double flops, double value, Double low, Double high) {}

  public record ForestData(String title, List<ForestPlot.Group> groups) {}

  record Outcomes(String title, List<OutcomePicture.PromptOutcomes> prompts) {}

  static ChartData of(
      SweepReport report,
      List<Panel> panels,
      Models models,
      List<ForestPlot> forests,
      List<OutcomePicture> pictures) {
    List<ModelEntry> entries = models.entries();
    List<MetricRow> metrics = report.metrics();
    return new ChartData(
        entries.stream()
            .map(model -> new Model(model.label(), model.step(), model.trainingFlops()))
            .toList(),
        models.ordered(),
        Curves.drawn(panels, entries, metrics).stream()
            .map(p -> Curves.of(p, entries, metrics, Curves::passAtK))
            .toList(),
        panels.stream()
            .map(p -> Curves.of(p, entries, metrics, Curves::undrawnShare))
            .filter(curves -> !curves.curves().isEmpty())
            .toList(),
        forests.stream().map(f -> new ForestData(f.title(), f.groups())).toList(),
        compute(panels, entries, metrics),
        panels.stream()
            .map(p -> SolveRates.of(p, entries, report.promptStatistics()))
            .filter(SolveRates::spread)
            .toList(),
        pictures.stream().map(p -> new Outcomes(p.title(), p.prompts())).toList(),
        studies(report));
  }

  private static Map<String, Object> studies(SweepReport report) {
    Map<String, Object> charts = new TreeMap<>();
    report.studies().stream()
        .filter(SweepSection::isShown)
        .forEach(section -> charts.putAll(section.charts()));
    return charts;
  }

  /** Where two checkpoints or more tell their compute: one alone has nothing to stand against. */
  private static List<Compute> compute(
      List<Panel> panels, List<ModelEntry> models, List<MetricRow> metrics) {
    List<Compute> compute = new ArrayList<>();
    for (String sampling : panels.stream().map(Panel::samplingName).distinct().toList()) {
      List<ComputeLine> lines =
          panels.stream()
              .filter(panel -> panel.samplingName().equals(sampling))
              .map(panel -> new ComputeLine(panel.task(), computePoints(panel, models, metrics)))
              .filter(line -> !line.points().isEmpty())
              .toList();
      long computes =
          lines.stream()
              .flatMap(line -> line.points().stream().map(ComputePoint::flops))
              .distinct()
              .count();
      if (computes > 1) {
        compute.add(new Compute(VisibleText.line(sampling, 120), lines));
      }
    }
    return compute;
  }

  private static List<ComputePoint> computePoints(
      Panel panel, List<ModelEntry> models, List<MetricRow> metrics) {
    List<ComputePoint> points = new ArrayList<>();
    for (int m = 0; m < models.size(); m++) {
      ModelEntry model = models.get(m);
      if (model.trainingFlops() == null || model.trainingFlops() <= 0) {
        continue;
      }
      double flops = model.trainingFlops();
      int place = m;
      CellMetrics.of(panel, model, metrics)
          .at("pass@k", 1)
          .map(row -> new ComputePoint(place, flops, row.value(), row.ciLow(), row.ciHigh()))
          .ifPresent(points::add);
    }
    points.sort(Comparator.comparingDouble(ComputePoint::flops));
    return points;
  }
}
