package org.galton.junk.dose;

import java.util.List;
import java.util.Optional;
import org.galton.numerics.CompensatedSum;
import org.galton.statistics.Confidence;
import org.galton.statistics.Interval;
import org.galton.statistics.Moments;

/**
 * By how much the score changes with a unit of dose: least squares with an intercept of its own for
 * each of B blocks.
 *
 * <pre>
 *   slope = sum_b Sxy_b / sum_b Sxx_b,   SE^2 = (sum_b Syy_b - slope sum_b Sxy_b) / ((N - B - 1) sum_b Sxx_b)
 * </pre>
 *
 * <p>S are sums of products of deviations within a block, N all scores. The 95 % interval is that
 * of Student's t with N - B - 1 degrees of freedom: it takes the response to be straight, the same
 * in each block, and the errors to be independent and equally wide. There is none without degrees
 * of freedom. The same bits for every order of blocks and scores. Cost: one sort.
 *
 * @param interval empty where N - B - 1 is 0
 */
public record DoseSlope(double value, Optional<Interval> interval) {
  private static final double CONFIDENCE = 0.95;

  /** Empty where no block has two doses. */
  public static Optional<DoseSlope> of(List<DoseBlock> blocks) {
    double[] xx = new double[blocks.size()];
    double[] xy = new double[blocks.size()];
    int scores = 0;
    for (int b = 0; b < xx.length; b++) {
      DoseBlock block = blocks.get(b);
      double[] x = Moments.deviations(block.doses());
      xx[b] = Moments.product(x, x);
      xy[b] = Moments.product(x, Moments.deviations(block.scores()));
      scores += block.size();
    }
    double spread = CompensatedSum.ofSorted(xx);
    if (spread == 0) {
      return Optional.empty();
    }
    double slope = CompensatedSum.ofSorted(xy) / spread;
    int degrees = scores - blocks.size() - 1;
    if (degrees < 1) {
      return Optional.of(new DoseSlope(slope, Optional.empty()));
    }
    double error = Math.sqrt(residual(blocks, slope) / degrees / spread);
    double half = new Confidence(CONFIDENCE).t(degrees) * error;
    return Optional.of(new DoseSlope(slope, Optional.of(new Interval(slope - half, slope + half))));
  }

  private static double residual(List<DoseBlock> blocks, double slope) {
    double[] sums = new double[blocks.size()];
    for (int b = 0; b < sums.length; b++) {
      double[] x = Moments.deviations(blocks.get(b).doses());
      double[] y = Moments.deviations(blocks.get(b).scores());
      for (int i = 0; i < y.length; i++) {
        y[i] -= slope * x[i];
      }
      sums[b] = Moments.product(y, y);
    }
    return CompensatedSum.ofSorted(sums);
  }
}
