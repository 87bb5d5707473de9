package org.galton.scaling;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.galton.numerics.Expect;

/**
 * Reward against compute without a midpoint, the form that the sigmoid is preferred to.
 *
 * <pre>  R(C) = A - D / C^B</pre>
 *
 * <p>Least squares by variable projection: 400 values of ln B over B from 0.01 to 5, A and D linear
 * for each, then golden section. Fitted to a run whose rise is in the window, A runs to its limit
 * and moves with the window: it predicts nothing.
 *
 * <p>Khatri et al., The Art of Scaling Reinforcement Learning Compute for LLMs, 2025,
 * arXiv:2510.13786, appendix.
 *
 * @param asymptote A
 * @param coefficient D, in reward times compute^B
 * @param exponent B
 * @param squares weighted sum of squared residuals
 */
public record PowerLaw(double asymptote, double coefficient, double exponent, double squares) {
  private static final EvenPlaces LOG_EXPONENTS = new EvenPlaces(Math.log(0.01), Math.log(5), 400);

  public double rewardAt(double compute) {
    Expect.positive(compute, "compute");
    return asymptote - coefficient * Math.pow(compute, -exponent);
  }

  /** The best power law with A at most 1. */
  public static PowerLaw of(List<CurvePoint> points) {
    return of(points, 1);
  }

  /**
   * The best power law.
   *
   * @param points two or more
   * @param ceiling largest A; infinite for none
   */
  public static PowerLaw of(List<CurvePoint> points, double ceiling) {
    Expect.that(points.size() >= 2, "number of points", points.size(), "2 or more");
    Sample sample = Sample.of(points);
    DoubleUnaryOperator squares = log -> best(sample, Math.exp(log), ceiling).squares();
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int b = 0; b < LOG_EXPONENTS.number(); b++) {
      double found = squares.applyAsDouble(LOG_EXPONENTS.at(b));
      if (found < least) {
        least = found;
        best = b;
      }
    }
    return best(sample, Math.exp(LOG_EXPONENTS.minimumAround(best, squares)), ceiling);
  }

  /** A and D for an exponent. The powers are those of C over the smallest C, or D would be lost. */
  private static PowerLaw best(Sample sample, double exponent, double ceiling) {
    double weights = 0;
    double meanP = 0;
    double meanY = 0;
    for (int i = 0; i < sample.size(); i++) {
      double w = sample.weight()[i];
      weights += w;
      meanP += w * power(sample, exponent, i);
      meanY += w * sample.reward()[i];
    }
    meanP /= weights;
    meanY /= weights;
    double along = 0;
    double across = 0;
    double underCeiling = 0;
    double fromZero = 0;
    for (int i = 0; i < sample.size(); i++) {
      double w = sample.weight()[i];
      double p = power(sample, exponent, i);
      across += w * (p - meanP) * (p - meanP);
      along += w * (p - meanP) * (sample.reward()[i] - meanY);
      underCeiling += w * p * (ceiling - sample.reward()[i]);
      fromZero += w * p * p;
    }
    double drop = -along / across;
    double asymptote = meanY + drop * meanP;
    if (asymptote > ceiling) {
      asymptote = ceiling;
      drop = underCeiling / fromZero;
    }
    double squares = 0;
    for (int i = 0; i < sample.size(); i++) {
      double residual = sample.reward()[i] - asymptote + drop * power(sample, exponent, i);
      squares += sample.weight()[i] * residual * residual;
    }
    return new PowerLaw(asymptote, drop * Math.exp(exponent * sample.first()), exponent, squares);
  }

  private static double power(Sample sample, double exponent, int i) {
    return Math.exp(exponent * (sample.first() - sample.logCompute()[i]));
  }
}
