package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.table.MetricRow;

/** Figures of a panel against the number of rollouts, a curve for each model that has them. */
record Curves(String title, List<Curve> curves) {

  /**
   * @param model place among the models
   * @param beyond extrapolated, with more rollouts than were drawn
   */
  record Curve(int model, List<Point> points, List<Ahead> beyond) {}

  record Point(int k, double value, Double low, Double high, int prompts) {
    static Point of(MetricRow row) {
      return new Point(row.k(), row.value(), row.ciLow(), row.ciHigh(), row.prompts());
    }
  }

  record Ahead(int k, double value) {}

  /** What one model's figures give to draw. */
  interface Source {
    Optional<Curve> curve(int model, CellMetrics metrics);
  }

  static Curves of(Panel panel, List<ModelEntry> models, List<MetricRow> metrics, Source source) {
    List<Curve> curves = new ArrayList<>();
    for (int m = 0; m < models.size(); m++) {
      source.curve(m, CellMetrics.of(panel, models.get(m), metrics)).ifPresent(curves::add);
    }
    return new Curves(panel.title(), curves);
  }

  /** The panels whose pass@k is a curve: those with more than one k. */
  static List<Panel> drawn(List<Panel> panels, List<ModelEntry> models, List<MetricRow> metrics) {
    return panels.stream()
        .filter(
            panel ->
                of(panel, models, metrics, Curves::passAtK).curves().stream()
                    .anyMatch(curve -> curve.points().size() > 1))
        .toList();
  }

  /** pass@k up to the rollouts drawn, and beyond them where it was extrapolated. */
  static Optional<Curve> passAtK(int model, CellMetrics metrics) {
    List<MetricRow> rows = metrics.byK("pass@k");
    List<Ahead> beyond =
        metrics.byK("extrapolated_pass@k").stream()
            .map(row -> new Ahead(row.k(), row.value()))
            .toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Curve(model, rows.stream().map(Point::of).toList(), beyond));
  }

  /**
   * Share of the correct mass that k rollouts leave undrawn: undrawn_correct_mass@k / pass@1, both
   * means over prompts. Nothing where no rollout is right. Without intervals: the two means vary
   * together, so that of the numerator would be far too wide.
   */
  static Optional<Curve> undrawnShare(int model, CellMetrics metrics) {
    double correct = metrics.at("pass@k", 1).map(MetricRow::value).orElse(0.0);
    if (correct <= 0) {
      return Optional.empty();
    }
    List<Point> points = new ArrayList<>();
    for (MetricRow row : metrics.byK("undrawn_correct_mass@k")) {
      points.add(new Point(row.k(), row.value() / correct, null, null, row.prompts()));
    }
    List<MetricRow> passRates = metrics.byK("pass@k");
    int all = passRates.get(passRates.size() - 1).k();
    metrics
        .whole("undrawn_correct_mass")
        .map(row -> new Point(all, row.value() / correct, null, null, row.prompts()))
        .ifPresent(points::add);
    return points.isEmpty() ? Optional.empty() : Optional.of(new Curve(model, points, List.of()));
  }
}
