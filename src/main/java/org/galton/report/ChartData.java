package org.galton.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.galton.table.MetricRow;

/**
 * What the page's script draws, embedded as JSON. Models are referred to by their place in {@link
 * #models}.
 *
 * @param ordered whether the models are checkpoints of one training
 */
record ChartData(
    List<Model> models,
    boolean ordered,
    List<Curves> curves,
    List<Compute> compute,
    List<Outcomes> outcomes) {

  record Model(String label, Long step, Double flops) {}

  /** Pass@k of a panel. */
  record Curves(String title, List<Curve> curves) {}

  record Curve(int model, List<Point> points) {}

  record Point(int k, double value, Double low, Double high, int prompts) {}

  /** Pass rate of every task under one sampling against training compute. */
  record Compute(String title, List<ComputeLine> lines) {}

  record ComputeLine(String task, List<ComputePoint> points) {}

  record ComputePoint(int model, double flops, double value, Double low, Double high) {}

  record Outcomes(String title, List<OutcomePicture.PromptOutcomes> prompts) {}

  static ChartData of(
      List<Panel> panels, Models models, List<MetricRow> metrics, List<OutcomePicture> pictures) {
    List<MetricRow> passRates =
        metrics.stream()
            .filter(row -> row.metric().equals("pass@k") && row.value() != null && row.k() != null)
            .toList();
    return new ChartData(
        models.entries().stream()
            .map(model -> new Model(model.label(), model.step(), model.trainingFlops()))
            .toList(),
        models.ordered(),
        panels.stream().map(panel -> curves(panel, models.entries(), passRates)).toList(),
        compute(panels, models.entries(), passRates),
        pictures.stream().map(p -> new Outcomes(p.title(), p.prompts())).toList());
  }

  private static Curves curves(Panel panel, List<ModelEntry> models, List<MetricRow> passRates) {
    List<Curve> curves = new ArrayList<>();
    for (int m = 0; m < models.size(); m++) {
      String name = models.get(m).name();
      List<Point> points =
          passRates.stream()
              .filter(row -> panel.holds(row) && row.model().equals(name))
              .sorted(Comparator.comparing(MetricRow::k))
              .map(r -> new Point(r.k(), r.value(), r.ciLow(), r.ciHigh(), r.prompts()))
              .toList();
      if (!points.isEmpty()) {
        curves.add(new Curve(m, points));
      }
    }
    return new Curves(panel.title(), curves);
  }

  private static List<Compute> compute(
      List<Panel> panels, List<ModelEntry> models, List<MetricRow> passRates) {
    List<String> samplings = panels.stream().map(Panel::sampling).distinct().toList();
    List<Compute> compute = new ArrayList<>();
    for (String sampling : samplings) {
      List<ComputeLine> lines =
          panels.stream()
              .filter(panel -> panel.sampling().equals(sampling))
              .map(panel -> new ComputeLine(panel.task(), computePoints(panel, models, passRates)))
              .filter(line -> !line.points().isEmpty())
              .toList();
      if (!lines.isEmpty()) {
        compute.add(new Compute(VisibleText.line(sampling, 120), lines));
      }
    }
    return compute;
  }

  private static List<ComputePoint> computePoints(
      Panel panel, List<ModelEntry> models, List<MetricRow> passRates) {
    List<ComputePoint> points = new ArrayList<>();
    for (int m = 0; m < models.size(); m++) {
      ModelEntry model = models.get(m);
      if (model.trainingFlops() == null || model.trainingFlops() <= 0) {
        continue;
      }
      for (MetricRow row : passRates) {
        if (panel.holds(row) && row.model().equals(model.name()) && row.k() == 1) {
          points.add(
              new ComputePoint(m, model.trainingFlops(), row.value(), row.ciLow(), row.ciHigh()));
        }
      }
    }
    points.sort(Comparator.comparingDouble(ComputePoint::flops));
    return points;
  }
}
