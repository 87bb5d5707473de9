package org.galton.cli;

import java.util.Locale;

/**
 * The numbers that an option takes, its ends among them.
 *
 * @param kind "a whole number" or "a number"
 */
record NumberRange(String kind, double least, double most) {
  static NumberRange whole(long least, long most) {
    return new NumberRange("a whole number", least, most);
  }

  static NumberRange number(double least, double most) {
    return new NumberRange("a number", least, most);
  }

  /** NaN is in no range. */
  boolean holds(Number value) {
    double number = value.doubleValue();
    return number >= least && number <= most;
  }

  /** As messages say what is expected. */
  String text() {
    return "%s from %s to %s".formatted(kind, text(least), text(most));
  }

  private static String text(double end) {
    return end == Math.rint(end) && Math.abs(end) <= Long.MAX_VALUE
        ? String.format(Locale.ROOT, "%,d", (long) end)
        : Double.toString(end);
  }
}
