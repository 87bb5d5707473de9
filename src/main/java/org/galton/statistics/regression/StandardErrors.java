package org.galton.statistics.regression;

/** Where the error of a regression's coefficients comes from. */
public enum StandardErrors {
  /**
   * The inverse of the information matrix. Right where the model is right and weights are numbers
   * of repetitions.
   */
  MODEL,

  /**
   * White's sandwich without a small-sample factor. Right for any weights that do not depend on the
   * outcome, and where only the model's mean is right; low by about terms / (2 rows).
   *
   * <pre>  A^-1 B A^-1,   A = sum w p(1-p) x x',   B = sum w^2 (y - p)^2 x x'</pre>
   */
  HC0
}
