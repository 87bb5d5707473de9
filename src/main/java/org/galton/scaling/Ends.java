package org.galton.scaling;

/**
 * How the two ends of a curve, its start R0 and its end (A, or the reward at a reference compute),
 * follow from its shape by linear least squares within 0 &lt;= start &lt;= end &lt;= ceiling.
 */
sealed interface Ends {

  Levels solve(ShapeSums sums);

  /** Whether a limit, and not the points, decided where an end lies that was to be fitted. */
  boolean endIsHeld(Levels levels);

  /**
   * The best ends for a shape.
   *
   * @param free what is left to move, on which residuals must stand upright
   */
  record Levels(double start, double end, Moving free) {}

  /** Which columns of the linear part are not held by a limit. */
  enum Moving {
    BOTH,
    START,
    END,
    TOGETHER,
    NONE
  }

  /** Both fitted: the 2x2 normal equations, or the best edge of the triangle they must lie in. */
  record BothFree(double ceiling) implements Ends {
    /** Below this share of the product of its diagonal a determinant is rounding. */
    private static final double SINGULAR = 1e-14;

    @Override
    public Levels solve(ShapeSums s) {
      double determinant = s.gg() * s.ff() - s.gf() * s.gf();
      if (determinant > SINGULAR * s.gg() * s.ff()) {
        double start = (s.gy() * s.ff() - s.fy() * s.gf()) / determinant;
        double end = (s.fy() * s.gg() - s.gy() * s.gf()) / determinant;
        if (start >= 0 && start <= end && end <= ceiling) {
          return new Levels(start, end, Moving.BOTH);
        }
      }
      Levels low = new StartKnown(0, ceiling).solve(s);
      Levels high = new EndKnown(ceiling).solve(s);
      double level = clamp(s.level(), 0, ceiling);
      Levels flat = new Levels(level, level, Moving.TOGETHER);
      return better(s, better(s, low, high), flat);
    }

    @Override
    public boolean endIsHeld(Levels levels) {
      return levels.end() >= ceiling || levels.start() >= levels.end();
    }

    private static Levels better(ShapeSums s, Levels a, Levels b) {
      return s.squares(a.start(), a.end()) <= s.squares(b.start(), b.end()) ? a : b;
    }
  }

  /** R0 is given. */
  record StartKnown(double start, double ceiling) implements Ends {
    @Override
    public Levels solve(ShapeSums s) {
      double best = s.endFor(start);
      return best > start && best < ceiling
          ? new Levels(start, best, Moving.END)
          : new Levels(start, clamp(best, start, ceiling), Moving.NONE);
    }

    @Override
    public boolean endIsHeld(Levels levels) {
      return levels.free() == Moving.NONE;
    }
  }

  /** The end is given, as when an interval of it is sought. */
  record EndKnown(double end) implements Ends {
    @Override
    public Levels solve(ShapeSums s) {
      double best = s.startFor(end);
      return best > 0 && best < end
          ? new Levels(best, end, Moving.START)
          : new Levels(clamp(best, 0, end), end, Moving.NONE);
    }

    @Override
    public boolean endIsHeld(Levels levels) {
      return false;
    }
  }

  /** Both are given. */
  record BothKnown(double start, double end) implements Ends {
    @Override
    public Levels solve(ShapeSums sums) {
      return new Levels(start, end, Moving.NONE);
    }

    @Override
    public boolean endIsHeld(Levels levels) {
      return false;
    }
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }
}
