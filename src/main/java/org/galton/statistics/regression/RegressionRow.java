package org.galton.statistics.regression;

import java.util.Arrays;
import java.util.Comparator;
import org.galton.numerics.Expect;

/**
 * One observation of a regression with two outcomes.
 *
 * @param terms the values of the terms, an intercept among them where there is to be one
 * @param success the outcome
 * @param weight what it counts, above 0
 */
public record RegressionRow(double[] terms, boolean success, double weight) {
  static final Comparator<RegressionRow> ORDER =
      Comparator.comparing(RegressionRow::terms, Arrays::compare)
          .thenComparing(RegressionRow::success)
          .thenComparingDouble(RegressionRow::weight);

  public RegressionRow {
    Expect.finite(terms, "value of a term");
    Expect.that(weight > 0 && Double.isFinite(weight), "weight", weight, "a number above 0");
  }

  double outcome() {
    return success ? 1 : 0;
  }
}
