package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.job.figure.ModelFigures;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.table.MetricRow;

/**
 * A place where the script draws.
 *
 * @param alternative what to say where the picture cannot be seen
 * @param note a sentence below the picture, empty where there is none
 */
record Chart(String title, String alternative, String note, FigureTable table) {

  /** Of curves and panels in the same order. */
  static List<Chart> passAtK(
      List<Curves> curves, List<Panel> panels, List<ModelEntry> models, List<MetricRow> metrics) {
    List<Chart> charts = new ArrayList<>();
    for (int p = 0; p < panels.size(); p++) {
      charts.add(
          new Chart(
              curves.get(p).title(),
              CurveText.passAtK(curves.get(p), models),
              neverSolved(panels.get(p), models, metrics),
              FigureTable.NONE));
    }
    return charts;
  }

  /** The share that a fit without mass at zero cannot see. */
  private static String neverSolved(Panel panel, List<ModelEntry> models, List<MetricRow> metrics) {
    List<String> shares = new ArrayList<>();
    String rollouts = "";
    for (ModelEntry model : models) {
      Optional<MetricRow> never = CellMetrics.of(panel, model, metrics).whole("all_wrong");
      if (never.isPresent()) {
        MetricRow row = never.get();
        shares.add(model.label() + "\u00a0" + Figures.percent(row.value()));
        rollouts = row.method().contains(ModelFigures.OF_PILOT) ? " of the pilot" : "";
      }
    }
    return shares.isEmpty()
        ? ""
        : "Prompts never solved by any rollout%s: %s."
            .formatted(rollouts, String.join(", ", shares));
  }

  static List<Chart> undrawn(List<Curves> curves, List<ModelEntry> models) {
    return curves.stream()
        .map(c -> new Chart(c.title(), CurveText.undrawn(c, models), "", table(c, models)))
        .toList();
  }

  private static FigureTable table(Curves curves, List<ModelEntry> models) {
    List<Integer> ks =
        curves.curves().stream()
            .flatMap(curve -> curve.points().stream().map(Curves.Point::k))
            .distinct()
            .sorted()
            .toList();
    List<String> columns = new ArrayList<>(List.of("Model"));
    ks.forEach(k -> columns.add(Figures.count(k)));
    List<List<String>> rows = new ArrayList<>();
    for (Curves.Curve curve : curves.curves()) {
      List<String> row = new ArrayList<>(List.of(models.get(curve.model()).label()));
      for (int k : ks) {
        row.add(
            curve.points().stream()
                .filter(point -> point.k() == k)
                .findFirst()
                .map(point -> Figures.percentNumber(point.value()))
                .orElse("–"));
      }
      rows.add(row);
    }
    return new FigureTable("Share never drawn after k rollouts, in %", columns, rows);
  }

  static List<Chart> compute(List<ChartData.Compute> compute) {
    return compute.stream()
        .map(c -> new Chart(c.title(), CurveText.of(c), "", FigureTable.NONE))
        .toList();
  }

  static List<Chart> rates(List<SolveRates> rates, List<ModelEntry> models) {
    return rates.stream()
        .map(r -> new Chart(r.title(), r.alternative(models), "", r.table(models)))
        .toList();
  }
}
