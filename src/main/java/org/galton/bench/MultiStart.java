package org.galton.bench;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.exception.ConvergenceException;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.exception.TooManyIterationsException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;
import org.galton.scaling.Measurement;

/**
 * What one would write first: Commons Math's Levenberg-Marquardt on R0, A, ln B and ln C_mid from
 * random starts, the best end kept. Ends outside the limits of {@link
 * org.galton.scaling.LeastSquares} do not count: they are no curves of reward.
 */
record MultiStart(int starts) {
  private static final int MOST_STEPS = 1000;

  /** The lowest sum of squares for the series of a seed; infinite where no start led to one. */
  double squares(long seed, int points) {
    List<Measurement> series = SimulatedSeries.of(seed, points);
    double[] logs = series.stream().mapToDouble(m -> Math.log(m.compute())).toArray();
    double[] rewards = series.stream().mapToDouble(Measurement::reward).toArray();
    SplittableRandom random = new SplittableRandom(~seed);
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < starts; i++) {
      double[] start = {
        random.nextDouble(0, 0.5),
        random.nextDouble(0.5, 1),
        Math.log(random.nextDouble(0.3, 3)),
        random.nextDouble(logs[0], logs[points - 1])
      };
      best = Math.min(best, squares(logs, rewards, start));
    }
    return best;
  }

  private static double squares(double[] logs, double[] rewards, double[] start) {
    try {
      Optimum end =
          new LevenbergMarquardtOptimizer()
              .optimize(
                  new LeastSquaresBuilder()
                      .model(curve(logs))
                      .target(rewards)
                      .start(start)
                      .maxEvaluations(MOST_STEPS)
                      .maxIterations(MOST_STEPS)
                      .lazyEvaluation(false)
                      .build());
      return isCurve(end.getPoint(), logs)
          ? end.getResiduals().dotProduct(end.getResiduals())
          : Double.POSITIVE_INFINITY;
    } catch (ConvergenceException | TooManyEvaluationsException | TooManyIterationsException e) {
      return Double.POSITIVE_INFINITY;
    }
  }

  private static boolean isCurve(RealVector at, double[] logs) {
    double exponent = Math.exp(at.getEntry(2));
    return at.getEntry(0) >= 0
        && at.getEntry(1) >= at.getEntry(0)
        && at.getEntry(1) <= 1
        && exponent >= 0.05
        && exponent <= 10
        && at.getEntry(3) >= logs[0] - Math.log(100)
        && at.getEntry(3) <= logs[logs.length - 1] + Math.log(1000);
  }

  private static MultivariateJacobianFunction curve(double[] logs) {
    return at -> {
      double gain = at.getEntry(1) - at.getEntry(0);
      double exponent = Math.exp(at.getEntry(2));
      double[] values = new double[logs.length];
      double[][] slopes = new double[logs.length][];
      for (int i = 0; i < logs.length; i++) {
        double z = exponent * (at.getEntry(3) - logs[i]);
        double f = 1 / (1 + Math.exp(z));
        double steepness = -gain * f * (1 - f);
        values[i] = at.getEntry(0) + gain * f;
        slopes[i] = new double[] {1 - f, f, steepness * z, steepness * exponent};
      }
      return new Pair<>(
          new ArrayRealVector(values, false), new Array2DRowRealMatrix(slopes, false));
    };
  }
}
