package org.galton.scaling;

import org.galton.numerics.Logistic;

/**
 * Levenberg-Marquardt on (ln B, ln C_mid) with the linear ends projected out at every step (Golub
 * and Pereyra, 1973), inside a box.
 *
 * <p>The model is start (1 - h) + end h with h = f(C)/f(C_ref), so that the end is the reward at
 * C_ref; with C_ref infinite it is A. The gradient needs no derivative of the ends, for they are
 * the best ones; the curvature is that of the residuals' derivatives less their part along the
 * columns that are free (Kaufman's form). An end that is held by a limit is a column less.
 *
 * @param logReference ln C_ref, or infinite
 * @param smallestMove a step shorter than this, in ln B and ln C_mid, is the last
 */
record Descent(Sample sample, Box box, Ends ends, double logReference, double smallestMove) {
  /** To the last digits of B and C_mid. */
  static final double FINE = 1e-12;

  /** To ten digits of the sum of squares, which is flat at its minimum. */
  static final double COARSE = 1e-6;

  /**
   * Share of a sum of squares that is rounding: the last steps are led by the gradient, which has
   * twice its digits.
   */
  private static final double ROUNDING = 1e-12;

  private static final int STEPS = 400;
  private static final double MOST_DAMPING = 1e12;

  /**
   * The best ends for a shape, and how well they fit.
   *
   * @param shares h of each point
   */
  record Place(CurveShape shape, Ends.Levels levels, double squares, double[] shares) {}

  /** The local minimum that is reached from here. */
  Place from(CurveShape start) {
    Place at =
        place(new CurveShape(box.exponent(start.logExponent()), box.midpoint(start.logMidpoint())));
    Slopes slopes = Slopes.at(this, at);
    double damping = 1e-3;
    for (int step = 0; step < STEPS && damping < MOST_DAMPING; step++) {
      CurveShape next = slopes.step(at.shape(), box, damping);
      double move =
          Math.max(
              Math.abs(next.logExponent() - at.shape().logExponent()),
              Math.abs(next.logMidpoint() - at.shape().logMidpoint()));
      if (move < smallestMove) {
        return at;
      }
      Place tried = place(next);
      if (tried.squares() <= at.squares() * (1 + ROUNDING)) {
        at = tried;
        slopes = Slopes.at(this, at);
        damping = Math.max(1e-12, damping / 10);
      } else {
        damping *= 10;
      }
    }
    return at;
  }

  private Place place(CurveShape shape) {
    int n = sample.size();
    double exponent = Math.exp(shape.logExponent());
    double atReference = atReference(shape);
    double[] rising = new double[n];
    double[] falling = new double[n];
    for (int i = 0; i < n; i++) {
      double odds = Math.exp(exponent * (shape.logMidpoint() - sample.logCompute()[i]));
      double f = 1 / (1 + odds);
      rising[i] = f / atReference;
      falling[i] = atReference == 1 ? 1 / (1 + 1 / odds) : 1 - rising[i];
    }
    Ends.Levels levels = ends.solve(ShapeSums.of(sample, rising, falling));
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double fitted = levels.start() * falling[i] + levels.end() * rising[i];
      double residual = sample.reward()[i] - fitted;
      squares += sample.weight()[i] * residual * residual;
    }
    return new Place(shape, levels, squares, rising);
  }

  /** f(C_ref). */
  double atReference(CurveShape shape) {
    return Double.isInfinite(logReference)
        ? 1
        : Logistic.probability(
            Math.exp(shape.logExponent()) * (logReference - shape.logMidpoint()));
  }
}
