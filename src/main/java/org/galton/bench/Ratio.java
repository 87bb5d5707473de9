package org.galton.bench;

/**
 * What a benchmark found, as a pure number: of two times or rates that were measured in one run, so
 * that it can be compared with that of another day or machine.
 *
 * @param name what was measured
 * @param against what it was divided by; both together tell it from the benchmark's other ratios
 * @param value positive
 * @param better which way it should go
 */
public record Ratio(String name, String against, double value, Better better) {
  /** Which of two ratios is the better one. */
  public enum Better {
    HIGHER,
    LOWER
  }

  /**
   * @throws IllegalArgumentException for a value that is not a positive number
   */
  public Ratio {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "Invalid ratio %s of %s against %s: expected a positive number"
              .formatted(value, name, against));
    }
  }

  public static Ratio higherIsBetter(String name, String against, double value) {
    return new Ratio(name, against, value, Better.HIGHER);
  }

  public static Ratio lowerIsBetter(String name, String against, double value) {
    return new Ratio(name, against, value, Better.LOWER);
  }

  /** Whether this is worse than an earlier value by more than a tenth of that. */
  public boolean fellFrom(double earlier) {
    return switch (better) {
      case HIGHER -> value < 0.9 * earlier;
      case LOWER -> value > 1.1 * earlier;
    };
  }
}
