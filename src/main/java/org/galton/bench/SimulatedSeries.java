package org.galton.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.galton.scaling.Measurement;
import org.galton.scaling.SigmoidCurve;

/**
 * Series of a random curve with normal errors of {@value #NOISE}, as evaluations of 1,000 prompts
 * times 16 generations have. The midpoint lies anywhere in the window.
 */
final class SimulatedSeries {
  private static final double FIRST = 1_000;
  private static final double LAST = 100_000;
  private static final double NOISE = 0.004;

  private SimulatedSeries() {}

  /** The series of a seed. */
  static List<Measurement> of(long seed, int points) {
    SplittableRandom random = new SplittableRandom(seed);
    double start = random.nextDouble(0, 0.4);
    SigmoidCurve curve =
        new SigmoidCurve(
            start,
            start + random.nextDouble(0.1, 0.5),
            random.nextDouble(0.7, 2.5),
            FIRST * Math.pow(LAST / FIRST, random.nextDouble()));
    List<Measurement> series = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      double compute = FIRST * Math.pow(LAST / FIRST, i / (points - 1.0));
      double reward = curve.rewardAt(compute) + NOISE * random.nextGaussian();
      series.add(Measurement.of(compute, Math.max(0, Math.min(1, reward))));
    }
    return series;
  }
}
