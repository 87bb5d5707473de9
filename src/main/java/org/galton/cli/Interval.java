package org.galton.cli;

import java.util.Locale;

/** A figure with its 95 % interval as the terminal shows it. */
final class Interval {
  /** Ends that differ by less look alike. */
  private static final double ALIKE = 0.0005;

  private Interval() {}

  /** Half its width where both halves are alike, else its ends. */
  static String behind(double value, Double low, Double high) {
    if (low == null || high == null) {
      return "";
    }
    return Math.abs((high - value) - (value - low)) < ALIKE
        ? String.format(Locale.ROOT, " ± %.3f", high - value)
        : String.format(Locale.ROOT, " [%.2f, %.2f]", low, high);
  }
}
