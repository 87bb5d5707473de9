package org.galton.report;

import java.time.Duration;
import java.util.Locale;

/** Numbers as a reader sees them. Narrow no-break spaces hold a number and its unit together. */
public final class Figures {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Figures() {}

  /** Whatever language the machine speaks. */
  public static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  public static String count(long value) {
    return format("%,d", value);
  }

  public static String percent(double share) {
    return percentNumber(share) + "\u202f%";
  }

  public static String percentNumber(double share) {
    return decimal(100 * share);
  }

  public static String decimal(double value) {
    String text = format("%,.1f", value);
    return text.equals("-0.0") ? "0.0" : text.replace('-', '\u2212');
  }

  /** Percentage points, with their sign. */
  public static String points(double difference) {
    String text = decimal(100 * difference);
    return difference > 0 && !text.equals("0.0") ? "+" + text : text;
  }

  /** Nats. */
  public static String nats(double value) {
    String text = format("%.2f", value);
    return text.equals("-0.00") ? "0.00" : text.replace('-', '\u2212');
  }

  public static String bits(double value) {
    String text = format("%.3f", value);
    return text.equals("-0.000") ? "0.000" : text.replace('-', '\u2212');
  }

  /** Bits that may be few. */
  public static String fineBits(double value) {
    String text = format("%.4f", value);
    return text.equals("-0.0000") ? "0.0000" : text.replace('-', '\u2212');
  }

  /** An action: three decimals, or a power of ten where these would show next to nothing. */
  public static String action(double value) {
    return Math.abs(value) >= 0.01 || value == 0 ? bits(value) : scientific(value);
  }

  /** A p-value or a q-value. */
  public static String probability(double value) {
    return value < 0.001 ? "< 0.001" : format("%.3f", value);
  }

  /** Two significant digits and a power of ten, as in 1.3 × 10¹⁵. */
  public static String scientific(double value) {
    if (value == 0) {
      return "0";
    }
    String[] parts = format("%.1e", value).split("e", 2);
    int exponent = Integer.parseInt(parts[1]);
    StringBuilder power = new StringBuilder(exponent < 0 ? "⁻" : "");
    Integer.toString(Math.abs(exponent))
        .chars()
        .forEach(digit -> power.append(SUPERSCRIPTS.charAt(digit - '0')));
    return parts[0] + "\u202f×\u202f10" + power;
  }

  public static String duration(Duration duration) {
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      return decimal(duration.toMillis() / 1000.0) + "\u202fs";
    }
    if (duration.compareTo(Duration.ofHours(1)) < 0) {
      return duration.toMinutes() + "\u202fmin " + duration.toSecondsPart() + "\u202fs";
    }
    return duration.toHours() + "\u202fh " + duration.toMinutesPart() + "\u202fmin";
  }

  public static String interval(Double low, Double high) {
    return low == null || high == null
        ? ""
        : " (95\u202f%% interval %s to %s)".formatted(percentNumber(low), percent(high));
  }
}
