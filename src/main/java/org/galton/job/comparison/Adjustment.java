package org.galton.job.comparison;

import org.galton.statistics.test.BenjaminiHochberg;
import org.galton.statistics.test.BenjaminiYekutieli;

/** How the p-values of one question that is asked several times become q-values. */
public enum Adjustment {
  /** Benjamini and Hochberg: for tests that are independent or depend positively. */
  HOCHBERG,
  /** Benjamini and Yekutieli: however the tests depend on each other, with less power. */
  YEKUTIELI;

  double[] of(double[] pValues) {
    return switch (this) {
      case HOCHBERG -> BenjaminiHochberg.of(pValues);
      case YEKUTIELI -> BenjaminiYekutieli.of(pValues);
    };
  }
}
