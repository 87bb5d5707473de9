package org.galton.statistics.regression;

import java.util.Arrays;
import org.galton.numerics.Expect;
import org.galton.numerics.Logistic;
import org.galton.numerics.Vectors;

/**
 * Logistic regression of shares on many terms, held back by a penalty.
 *
 * <pre>
 *   ln(p / (1-p)) = b + v'z
 *   minimizing  - sum w (y ln p + (1-y) ln(1-p)) / sum w  +  ridge/2 |v|²
 * </pre>
 *
 * <p>y is a share of successes in [0, 1], z a term less its mean over its standard deviation; a
 * term that is the same everywhere has no coefficient, and b no penalty. The penalty biases towards
 * the constant; with it there is always one minimum, also where terms tell the outcomes apart or
 * hang together. For forecasts: the coefficients have no standard errors.
 *
 * <p>By the limited-memory quasi-Newton method with step halving, until no component of the
 * gradient exceeds 1e-7. Cost: some hundred passes over rows times terms. Sums run in the order of
 * the rows, so that their last digits depend on it.
 *
 * <p>Hoerl and Kennard, Ridge regression, Technometrics 12, 1970. Nocedal and Wright, Numerical
 * Optimization, 2006, section 7.2.
 */
public final class RidgeLogistic {
  private static final int MOST_STEPS = 1000;
  private static final double FLAT = 1e-7;

  private final double ridge;

  private RidgeLogistic(double ridge) {
    this.ridge = ridge;
  }

  /** A penalty of 1e-3. */
  public static RidgeLogistic withDefaults() {
    return new RidgeLogistic(1e-3);
  }

  /**
   * @param option above 0
   */
  public RidgeLogistic withRidge(double option) {
    Expect.that(option > 0 && Double.isFinite(option), "ridge", option, "a number above 0");
    return new RidgeLogistic(option);
  }

  /**
   * The minimum, in units of the terms.
   *
   * @param coefficients one a term
   * @param steps taken to it
   */
  public record Fit(double intercept, double[] coefficients, int steps) {
    /** Of success. */
    public double probability(float[] terms) {
      double logit = intercept;
      for (int j = 0; j < coefficients.length; j++) {
        logit += coefficients[j] * terms[j];
      }
      return Logistic.probability(logit);
    }
  }

  /**
   * @param terms of each row, all of one length
   * @param shares of successes, in [0, 1]
   * @param weights above 0
   */
  public Fit fit(float[][] terms, double[] shares, double[] weights) {
    Expect.that(terms.length >= 1, "number of rows", terms.length, "1 or more");
    for (int i = 0; i < terms.length; i++) {
      Expect.that(
          terms[i].length == terms[0].length,
          "number of values",
          terms[i].length,
          "one a term (" + terms[0].length + ")");
      Expect.that(shares[i] >= 0 && shares[i] <= 1, "share", shares[i], "a number from 0 to 1");
      Expect.that(weights[i] > 0 && Double.isFinite(weights[i]), "weight", weights[i], "above 0");
    }
    RidgeLoss loss = RidgeLoss.of(terms, shares, weights, ridge);
    LimitedMemory path = new LimitedMemory();
    double[] at = loss.start();
    RidgeLoss.Slope slope = loss.at(at);
    int steps = 0;
    while (steps < MOST_STEPS && slope.steepest() > FLAT) {
      double[] direction = path.direction(slope.gradient());
      double down = Vectors.dot(direction, slope.gradient());
      double length = 1;
      double[] next = moved(at, direction, length);
      RidgeLoss.Slope there = loss.at(next);
      while (there.loss() > slope.loss() + 1e-4 * length * down && length > 1e-10) {
        length /= 2;
        next = moved(at, direction, length);
        there = loss.at(next);
      }
      if (!(there.loss() < slope.loss())) {
        break;
      }
      path.add(difference(next, at), difference(there.gradient(), slope.gradient()));
      at = next;
      slope = there;
      steps++;
    }
    return loss.fit(at, steps);
  }

  private static double[] moved(double[] from, double[] direction, double length) {
    double[] to = from.clone();
    Arrays.setAll(to, j -> from[j] + length * direction[j]);
    return to;
  }

  private static double[] difference(double[] a, double[] b) {
    double[] found = new double[a.length];
    Arrays.setAll(found, j -> a[j] - b[j]);
    return found;
  }
}
