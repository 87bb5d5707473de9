package org.galton.study.scaling.view;

import java.util.ArrayList;
import java.util.List;
import org.galton.scaling.SigmoidCurve;
import org.galton.study.scaling.row.ScalingFitRow;
import org.galton.study.scaling.row.ScalingForecastRow;
import org.galton.study.scaling.row.ScalingPointRow;

/** Curves over checkpoints: one fitted, one refused, one of too few points. */
public final class SampleScaling {
  public static final SigmoidCurve CURVE = new SigmoidCurve(0.1, 0.8, 1.5, 1e13);
  private static final double LAST = 2e14;

  private SampleScaling() {}

  public static ScalingRows rows() {
    List<ScalingPointRow> points = new ArrayList<>();
    List<ScalingForecastRow> forecasts = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      double compute = LAST * Math.pow(100, i / 8.0 - 1);
      double reward = CURVE.rewardAt(compute);
      for (String series : List.of("fitted", "refused", "few")) {
        points.add(
            new ScalingPointRow("r", "demo", series, compute, reward, 1, 0.002, 0.03, reward));
      }
    }
    for (int i = 0; i < 12; i++) {
      double compute = LAST * Math.pow(1000, i / 11.0) / 100;
      double reward = CURVE.rewardAt(compute);
      forecasts.add(
          new ScalingForecastRow(
              "r", "demo", "fitted", compute, reward, reward - 0.01, reward + 0.02));
    }
    return new ScalingRows(
        List.of(
            fit("fitted", "OK", null),
            fit("refused", "ASYMPTOTE_UNBOUNDED", "A may be anything from 0.4463 to its limit"),
            fit("few", "TOO_FEW_POINTS", "3 of the 5 points needed")),
        points,
        forecasts);
  }

  private static ScalingFitRow fit(String series, String status, String reason) {
    boolean ok = reason == null;
    return new ScalingFitRow(
        "r",
        "demo",
        series,
        "least_squares",
        "first_point",
        status,
        reason,
        ok ? "CEILING_EXTRAPOLATED" : null,
        ok ? CURVE.start() : null,
        ok ? CURVE.asymptote() : null,
        ok ? 0.78 : null,
        ok ? 0.83 : null,
        ok ? CURVE.exponent() : null,
        ok ? CURVE.midpoint() : null,
        9,
        0,
        0,
        0,
        0,
        LAST,
        1e-4,
        1e-3,
        20.0,
        ok ? "OK" : "TOO_FEW_POINTS",
        8,
        ok ? 1 : null,
        ok ? -0.012 : null,
        ok ? 0.012 : null,
        ok ? 0.012 : null,
        ok ? true : null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
