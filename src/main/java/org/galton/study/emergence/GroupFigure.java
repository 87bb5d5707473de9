package org.galton.study.emergence;

import java.io.Serializable;
import org.galton.emergence.diagnosis.StatisticNull;
import org.galton.information.NullComparison;

/**
 * A statistic of a group, and what surrogates make of it.
 *
 * @param value null where there is none
 * @param surrogates null where it was not compared with any
 */
record GroupFigure(Double value, Surrogates surrogates) implements Serializable {

  /** The first replicates of a null model. */
  record Surrogates(
      int replicates, int exceedances, double median, double low, double high, double pValue)
      implements Serializable {

    static Surrogates of(int replicates, StatisticNull found) {
      NullComparison comparison = found.comparison();
      return new Surrogates(
          replicates,
          found.exceedances(),
          comparison.nullMedian(),
          comparison.nullLow(),
          comparison.nullHigh(),
          comparison.pValue());
    }
  }

  boolean isTested() {
    return surrogates != null;
  }

  /** Of a figure that is tested. */
  double corrected() {
    return value - surrogates.median();
  }
}
