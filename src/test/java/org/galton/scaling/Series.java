package org.galton.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** Points that several tests fit. */
final class Series {
  private static final double[] EIGHT_COMPUTES = {
    1500, 2500, 4000, 6500, 10000, 16000, 26000, 42000
  };
  private static final double[] EIGHT_REWARDS = {
    0.412, 0.425, 0.447, 0.484, 0.527, 0.570, 0.602, 0.622
  };

  private Series() {}

  /** A rise through its midpoint. */
  static List<Measurement> eight() {
    return of(EIGHT_COMPUTES, EIGHT_REWARDS);
  }

  /** A window that ends far below the midpoint. */
  static List<Measurement> early() {
    return of(
        new double[] {1500, 1800, 2200, 2600, 3000, 3500, 4000},
        new double[] {0.4091, 0.4089, 0.4166, 0.4187, 0.4266, 0.4295, 0.4382});
  }

  static List<Measurement> of(double[] computes, double[] rewards) {
    List<Measurement> series = new ArrayList<>();
    for (int i = 0; i < computes.length; i++) {
      series.add(Measurement.of(computes[i], rewards[i]));
    }
    return series;
  }

  /** Points of a curve at even distances in ln C. */
  static List<CurvePoint> onCurve(SigmoidCurve curve, double from, double to, int number) {
    return along(curve::rewardAt, from, to, number);
  }

  static List<CurvePoint> along(DoubleUnaryOperator form, double from, double to, int number) {
    List<CurvePoint> points = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      double compute = from * Math.pow(to / from, i / (number - 1.0));
      points.add(new CurvePoint(compute, form.applyAsDouble(compute), 1, OptionalDouble.empty()));
    }
    return points;
  }

  static List<Measurement> measured(List<CurvePoint> points) {
    return points.stream().map(p -> Measurement.of(p.compute(), p.reward())).toList();
  }

  static ScalingFit.Accepted accepted(ScalingFit fit) {
    if (fit instanceof ScalingFit.Accepted accepted) {
      return accepted;
    }
    throw new AssertionError("Not accepted: " + fit);
  }

  static ScalingFit.Refused refused(ScalingFit fit) {
    if (fit instanceof ScalingFit.Refused refused) {
      return refused;
    }
    throw new AssertionError("Not refused: " + fit);
  }
}
