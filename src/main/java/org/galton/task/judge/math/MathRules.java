package org.galton.task.judge.math;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * When two values count as equal.
 *
 * @param tolerance largest absolute difference
 * @param relative largest difference, as a share of the reference
 * @param digits significant digits that a decimal must show to stand for a value that it rounds or
 *     cuts; {@link #EXACT} wants the value itself. Not used where a tolerance is set
 * @param percent whether 24% may be written as 24
 * @param units whether a unit may be missing on one side
 * @param brackets whether kinds of brackets count
 */
public record MathRules(
    BigDecimal tolerance,
    BigDecimal relative,
    int digits,
    Percent percent,
    Units units,
    Brackets brackets)
    implements Serializable {
  /** As {@code digits}: no decimal stands for another value. */
  public static final int EXACT = 0;

  /** 24% is 0.24 always; where exactly one side has the sign, leniently also 24. */
  public enum Percent {
    LENIENT,
    EXACT
  }

  /** 24 kg is 24000 g always; leniently also 24. */
  public enum Units {
    LENIENT,
    EXACT
  }

  /** Strictly, sets have no order and tuples have one; loosely, brackets of any kind do. */
  public enum Brackets {
    STRICT,
    LOOSE
  }

  public MathRules {
    tolerance = plain("tolerance", tolerance);
    relative = plain("relative", relative);
    if (digits < 0) {
      throw new IllegalArgumentException(
          "Invalid digits %d: expected a number from 1 on, or 0 for exact".formatted(digits));
    }
  }

  /** No tolerance, six digits, everything lenient but brackets. */
  public static MathRules withDefaults() {
    return new MathRules(
        BigDecimal.ZERO, BigDecimal.ZERO, 6, Percent.LENIENT, Units.LENIENT, Brackets.STRICT);
  }

  public MathRules withTolerance(BigDecimal absolute, BigDecimal share) {
    return new MathRules(absolute, share, digits, percent, units, brackets);
  }

  public MathRules withDigits(int shown) {
    return new MathRules(tolerance, relative, shown, percent, units, brackets);
  }

  public MathRules with(Percent rule) {
    return new MathRules(tolerance, relative, digits, rule, units, brackets);
  }

  public MathRules with(Units rule) {
    return new MathRules(tolerance, relative, digits, percent, rule, brackets);
  }

  public MathRules with(Brackets rule) {
    return new MathRules(tolerance, relative, digits, percent, units, rule);
  }

  private static BigDecimal plain(String name, BigDecimal value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(
          "Invalid %s %s: expected 0 or more".formatted(name, value));
    }
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  boolean hasTolerance() {
    return tolerance.signum() > 0 || relative.signum() > 0;
  }
}
