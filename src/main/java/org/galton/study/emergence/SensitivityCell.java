package org.galton.study.emergence;

import java.util.Locale;
import org.galton.information.DiscreteEstimator;
import org.galton.study.emergence.row.EmergenceConditionRow;

/**
 * A diagnostic of a condition under other choices.
 *
 * @param change against the choices that were asked for
 */
public record SensitivityCell(
    int bins, DiscreteEstimator estimator, EmergenceConditionRow row, Change change) {

  /** What becomes of a claim. */
  public enum Change {
    NONE,

    /** The corrected mean has another sign. */
    SIGN,

    /** The claim survives the null model in one of both only. */
    SIGNIFICANCE,

    /** Both. */
    SIGN_AND_SIGNIFICANCE;

    /** As printed; empty where nothing changes. */
    public String label() {
      return this == NONE ? "" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  static SensitivityCell of(
      int bins,
      DiscreteEstimator estimator,
      EmergenceConditionRow row,
      EmergenceConditionRow asked,
      double level) {
    boolean sign = sign(row) * sign(asked) < 0;
    boolean significance = row.survives(level) != asked.survives(level);
    Change change =
        sign
            ? significance ? Change.SIGN_AND_SIGNIFICANCE : Change.SIGN
            : significance ? Change.SIGNIFICANCE : Change.NONE;
    return new SensitivityCell(bins, estimator, row, change);
  }

  private static double sign(EmergenceConditionRow row) {
    return Math.signum(row.correctedMean().value().orElse(0));
  }
}
