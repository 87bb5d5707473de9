package org.galton.report;

import java.util.ArrayList;
import java.util.List;

/** Text alternatives of the line charts. */
final class CurveText {
  private CurveText() {}

  static String of(ChartData.Curves curves, List<ModelEntry> models) {
    if (curves.curves().isEmpty()) {
      return "No pass@k could be computed for " + curves.title() + ".";
    }
    List<String> parts = new ArrayList<>();
    for (ChartData.Curve curve : curves.curves()) {
      var first = curve.points().get(0);
      var last = curve.points().get(curve.points().size() - 1);
      parts.add(
          "%s from %s at k = %d to %s at k = %d"
              .formatted(
                  models.get(curve.model()).label(),
                  Figures.percent(first.value()),
                  first.k(),
                  Figures.percent(last.value()),
                  last.k()));
    }
    return "pass@k on " + curves.title() + ": " + String.join("; ", parts) + ".";
  }

  static String of(ChartData.Compute compute) {
    List<String> parts = new ArrayList<>();
    for (ChartData.ComputeLine line : compute.lines()) {
      var first = line.points().get(0);
      var last = line.points().get(line.points().size() - 1);
      parts.add(
          "%s from %s at %s FLOP to %s at %s FLOP"
              .formatted(
                  line.task(),
                  Figures.percent(first.value()),
                  Figures.scientific(first.flops()),
                  Figures.percent(last.value()),
                  Figures.scientific(last.flops())));
    }
    return "Pass rate against training compute: " + String.join("; ", parts) + ".";
  }
}
