package org.galton.scaling;

/**
 * Gradient and curvature of the projected sum of squares in (ln B, ln C_mid): b for the exponent, m
 * for the midpoint.
 */
record Slopes(double gradientB, double gradientM, double bb, double bm, double mm) {

  static Slopes at(Descent descent, Descent.Place place) {
    Sums sums = new Sums();
    Sample sample = descent.sample();
    Ends.Levels levels = place.levels();
    double exponent = Math.exp(place.shape().logExponent());
    double midpoint = place.shape().logMidpoint();
    double atReference = descent.atReference(place.shape());
    double beyond = 1 - atReference;
    double zReference = beyond == 0 ? 0 : exponent * (midpoint - descent.logReference());
    double gain = levels.end() - levels.start();
    for (int i = 0; i < sample.size(); i++) {
      double z = exponent * (midpoint - sample.logCompute()[i]);
      double share = place.shares()[i];
      double above = 1 - share * atReference;
      double b = gain * share * (beyond * zReference - above * z);
      double m = gain * share * exponent * (beyond - above);
      double residual = sample.reward()[i] - levels.start() - gain * share;
      sums.add(levels.free(), sample.weight()[i], share, b, m, residual);
    }
    return sums.slopes();
  }

  /** A damped step that stays in the box; a coordinate that would leave it from its edge rests. */
  CurveShape step(CurveShape at, Box box, double damping) {
    boolean bRests = rests(gradientB, at.logExponent(), box.minExponent(), box.maxExponent());
    boolean mRests = rests(gradientM, at.logMidpoint(), box.minMidpoint(), box.maxMidpoint());
    double floor = 1e-30 + 1e-12 * Math.max(bb, mm);
    double first = bb * (1 + damping) + floor * damping;
    double second = mm * (1 + damping) + floor * damping;
    double determinant = first * second - bm * bm;
    double moveB = 0;
    double moveM = 0;
    if (!bRests && !mRests && determinant > 0) {
      moveB = (gradientB * second - gradientM * bm) / determinant;
      moveM = (gradientM * first - gradientB * bm) / determinant;
    } else {
      moveB = bRests || first <= 0 ? 0 : gradientB / first;
      moveM = mRests || second <= 0 ? 0 : gradientM / second;
    }
    return new CurveShape(
        box.exponent(at.logExponent() + bounded(moveB)),
        box.midpoint(at.logMidpoint() + bounded(moveM)));
  }

  private static boolean rests(double gradient, double at, double low, double high) {
    return (at <= low && gradient < 0) || (at >= high && gradient > 0);
  }

  /** No step longer than a factor of e^2: further the curvature tells nothing. */
  private static double bounded(double move) {
    return Math.max(-2, Math.min(2, move));
  }

  /** Inner products of the two derivatives, the free columns and the residual. */
  private static final class Sums {
    private double columns11;
    private double columns12;
    private double columns22;
    private double b1;
    private double b2;
    private double m1;
    private double m2;
    private double bb;
    private double bm;
    private double mm;
    private double br;
    private double mr;

    void add(Ends.Moving free, double w, double share, double b, double m, double residual) {
      double first = first(free, share);
      double second = free == Ends.Moving.BOTH ? share : 0;
      columns11 += w * first * first;
      columns12 += w * first * second;
      columns22 += w * second * second;
      b1 += w * b * first;
      b2 += w * b * second;
      m1 += w * m * first;
      m2 += w * m * second;
      bb += w * b * b;
      bm += w * b * m;
      mm += w * m * m;
      br += w * b * residual;
      mr += w * m * residual;
    }

    private static double first(Ends.Moving free, double share) {
      return switch (free) {
        case BOTH, TOGETHER -> 1;
        case START -> 1 - share;
        case END -> share;
        case NONE -> 0;
      };
    }

    /** Takes out the parts along the columns, one column after the other. */
    Slopes slopes() {
      double pb = bb;
      double pm = mm;
      double pbm = bm;
      if (columns11 > 0) {
        pb -= b1 * b1 / columns11;
        pm -= m1 * m1 / columns11;
        pbm -= b1 * m1 / columns11;
        double left = columns22 - columns12 * columns12 / columns11;
        if (left > 1e-14 * columns22) {
          double bLeft = b2 - b1 * columns12 / columns11;
          double mLeft = m2 - m1 * columns12 / columns11;
          pb -= bLeft * bLeft / left;
          pm -= mLeft * mLeft / left;
          pbm -= bLeft * mLeft / left;
        }
      }
      return new Slopes(br, mr, Math.max(0, pb), pbm, Math.max(0, pm));
    }
  }
}
