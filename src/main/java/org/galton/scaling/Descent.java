package org.galton.scaling;

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
 */
record Descent(Sample sample, Box box, Ends ends, double logReference) {
  private static final int STEPS = 400;
  private static final double SMALLEST_MOVE = 1e-12;
  private static final double MOST_DAMPING = 1e12;

  /** The best ends for a shape, and how well they fit. */
  record Place(Shape shape, Ends.Levels levels, double squares) {}

  /** The local minimum that is reached from here. */
  Place from(Shape start) {
    Place at =
        place(new Shape(box.exponent(start.logExponent()), box.midpoint(start.logMidpoint())));
    Slopes slopes = Slopes.at(this, at);
    double damping = 1e-3;
    for (int step = 0; step < STEPS && damping < MOST_DAMPING; step++) {
      Shape next = slopes.step(at.shape(), box, damping);
      double move =
          Math.max(
              Math.abs(next.logExponent() - at.shape().logExponent()),
              Math.abs(next.logMidpoint() - at.shape().logMidpoint()));
      if (move < SMALLEST_MOVE) {
        return at;
      }
      Place tried = place(next);
      if (tried.squares() <= at.squares()) {
        at = tried;
        slopes = Slopes.at(this, at);
        damping = Math.max(1e-12, damping / 10);
      } else {
        damping *= 10;
      }
    }
    return at;
  }

  Place place(Shape shape) {
    double gg = 0;
    double gf = 0;
    double ff = 0;
    double gy = 0;
    double fy = 0;
    double yy = 0;
    int n = sample.size();
    double[] shares = shares(shape);
    for (int i = 0; i < n; i++) {
      double f = shares[2 * i];
      double g = shares[2 * i + 1];
      double y = sample.reward()[i];
      double wf = sample.weight()[i] * f;
      double wg = sample.weight()[i] * g;
      gg += wg * g;
      gf += wg * f;
      ff += wf * f;
      gy += wg * y;
      fy += wf * y;
      yy += sample.weight()[i] * y * y;
    }
    Ends.Levels levels = ends.solve(new ShapeSums(gg, gf, ff, gy, fy, yy));
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double fitted = levels.start() * shares[2 * i + 1] + levels.end() * shares[2 * i];
      double residual = sample.reward()[i] - fitted;
      squares += sample.weight()[i] * residual * residual;
    }
    return new Place(shape, levels, squares);
  }

  /** h and 1 - h of each point in turn. */
  private double[] shares(Shape shape) {
    double exponent = Math.exp(shape.logExponent());
    double atReference = atReference(shape);
    double[] shares = new double[2 * sample.size()];
    for (int i = 0; i < sample.size(); i++) {
      double odds = Math.exp(exponent * (shape.logMidpoint() - sample.logCompute()[i]));
      double f = 1 / (1 + odds);
      shares[2 * i] = f / atReference;
      shares[2 * i + 1] = atReference == 1 ? 1 / (1 + 1 / odds) : 1 - f / atReference;
    }
    return shares;
  }

  /** f(C_ref). */
  double atReference(Shape shape) {
    return Double.isInfinite(logReference)
        ? 1
        : 1 / (1 + Math.exp(Math.exp(shape.logExponent()) * (shape.logMidpoint() - logReference)));
  }
}
