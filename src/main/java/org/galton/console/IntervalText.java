package org.galton.console;

import static org.galton.report.Figures.format;

/** A figure with its 95 % interval as the terminal shows it. */
public final class IntervalText {
  /** Ends that differ by less look alike. */
  private static final double ALIKE = 0.0005;

  private IntervalText() {}

  /** Half its width where both halves are alike, else its ends. */
  public static String behind(double value, Double low, Double high) {
    if (low == null || high == null) {
      return "";
    }
    return Math.abs((high - value) - (value - low)) < ALIKE
        ? format(" ± %.3f", high - value)
        : format(" [%.2f, %.2f]", low, high);
  }
}
