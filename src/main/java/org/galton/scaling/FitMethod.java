package org.galton.scaling;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How a curve is fitted to points. */
public sealed interface FitMethod permits LeastSquares, PaperGrid {

  /** As it is written in tables and on the command line. */
  String title();

  /** Whether R0 can be fitted with the rest. */
  boolean fitsStart();

  /**
   * The best curve, whatever the points may say about it.
   *
   * @param points in ascending order of compute, one or more
   * @param start R0; empty where it is fitted, too
   */
  Optimum fit(List<CurvePoint> points, OptionalDouble start);

  /**
   * @param squares weighted sum of squared residuals
   * @param edge the limit of the search that the curve lies on
   */
  record Optimum(SigmoidCurve curve, double squares, Optional<FitStatus> edge) {}
}
