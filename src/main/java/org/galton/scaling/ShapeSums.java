package org.galton.scaling;

/**
 * Weighted sums over the points of a rising share f, its complement g = 1 - f and the reward y: all
 * that the two linear parameters of {@code y = start g + end f} depend on.
 */
record ShapeSums(double gg, double gf, double ff, double gy, double fy, double yy) {

  /**
   * Sums over all points.
   *
   * @param f of each point
   * @param g of each point
   */
  static ShapeSums of(Sample sample, double[] f, double[] g) {
    double gg = 0;
    double gf = 0;
    double ff = 0;
    double gy = 0;
    double fy = 0;
    double yy = 0;
    for (int i = 0; i < f.length; i++) {
      double y = sample.reward()[i];
      double wf = sample.weight()[i] * f[i];
      double wg = sample.weight()[i] * g[i];
      gg += wg * g[i];
      gf += wg * f[i];
      ff += wf * f[i];
      gy += wg * y;
      fy += wf * y;
      yy += sample.weight()[i] * y * y;
    }
    return new ShapeSums(gg, gf, ff, gy, fy, yy);
  }

  /**
   * The sum of squares, without the digits that cancel in it: good for ranking, not for fitting.
   */
  double squares(double start, double end) {
    double squares =
        yy
            - 2 * (start * gy + end * fy)
            + start * start * gg
            + 2 * start * end * gf
            + end * end * ff;
    return Math.max(0, squares);
  }

  /** The best start for this end. */
  double startFor(double end) {
    return ratio(gy - end * gf, gg);
  }

  /** The best end for this start. */
  double endFor(double start) {
    return ratio(fy - start * gf, ff);
  }

  /** The best constant. */
  double level() {
    return (gy + fy) / (gg + 2 * gf + ff);
  }

  private static double ratio(double above, double below) {
    return below > 0 ? above / below : 0;
  }
}
