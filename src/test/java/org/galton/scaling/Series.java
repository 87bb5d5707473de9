package org.galton.scaling;

import java.util.ArrayList;
import java.util.List;

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
