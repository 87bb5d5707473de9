package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.List;
import org.galton.report.Figures;

/** Text alternatives of the line charts. */
final class CurveText {
  private CurveText() {}

  static String passAtK(Curves curves, List<ModelEntry> models) {
    return curves.curves().isEmpty()
        ? "No pass@k could be computed for " + curves.title() + "."
        : "pass@k on " + curves.title() + ": " + ends(curves, models) + ".";
  }

  static String undrawn(Curves curves, List<ModelEntry> models) {
    return "Share of the correct mass never drawn on %s: %s."
        .formatted(curves.title(), ends(curves, models));
  }

  private static String ends(Curves curves, List<ModelEntry> models) {
    List<String> parts = new ArrayList<>();
    for (Curves.Curve curve : curves.curves()) {
      var first = curve.points().get(0);
      var last = curve.points().get(curve.points().size() - 1);
      String ahead =
          curve.beyond().isEmpty()
              ? ""
              : extrapolated(curve.beyond().get(curve.beyond().size() - 1));
      parts.add(
          "%s from %s at k = %d to %s at k = %d%s"
              .formatted(
                  models.get(curve.model()).label(),
                  Figures.percent(first.value()),
                  first.k(),
                  Figures.percent(last.value()),
                  last.k(),
                  ahead));
    }
    return String.join("; ", parts);
  }

  private static String extrapolated(Curves.Ahead ahead) {
    return " (extrapolated: %s at k = %d)".formatted(Figures.percent(ahead.value()), ahead.k());
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
