package org.galton.console;

import static org.galton.report.Figures.format;

/**
 * The numbers that an option takes, its ends among them.
 *
 * @param kind "a whole number" or "a number"
 */
public record NumberRange(String kind, double least, double most) {
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
  public String text() {
    if (least == -Double.MAX_VALUE && most == Double.MAX_VALUE) {
      return kind + " that is finite";
    }
    boolean isOpen = least == Math.nextUp(0.0) || least == Math.nextUp(0.5);
    String above = "above " + text(Math.nextDown(least));
    boolean isBelow = most == Math.nextDown(1.0);
    if (most == Double.MAX_VALUE) {
      return kind + (isOpen ? " " + above : " of at least " + text(least));
    }
    return isOpen || isBelow
        ? "%s %s and %s"
            .formatted(
                kind,
                isOpen ? above : "of at least " + text(least),
                isBelow ? "below 1" : "at most " + text(most))
        : "%s from %s to %s".formatted(kind, text(least), text(most));
  }

  private static String text(double end) {
    return end == Math.rint(end) && Math.abs(end) <= Long.MAX_VALUE
        ? format("%,d", (long) end)
        : Double.toString(end);
  }
}
