package org.galton.task.judge.answer;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * A box that is part of an expression, such as {@code -\boxed{5}}, {@code \boxed{5}^2}: then the
 * expression is the answer. One within a fraction, a root or a power, such as {@code
 * \frac{1}{\boxed{5}}}, marks a part, and no answer.
 */
final class BoxContext {
  private static final int LOOKED_AT = 100;

  /** An operator or a factor before, from where the mathematics begins. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:^|[$=:\\n]|\\\\[(\\[])\\s*([^$=:\\n]*(?:[-+^0-9]|\\\\(?:cdot|times|div)\\s*))$");

  private static final Pattern BEHIND =
      Pattern.compile("^(?:\\^[^$\\n]*|\\s*(?:[+/]|\\\\(?:cdot|times|div)\\b)[^$\\n]*)");

  /** An angle is no power. */
  private static final Pattern DEGREES = Pattern.compile("^\\^\\s*(?:\\{\\s*)?(?:\\\\circ|°|∘)");

  /** What makes a part of its argument; a fraction's first argument stands before its second. */
  private static final Pattern PART =
      Pattern.compile(
          "(?:\\\\(?:[dtc]?frac|binom|sqrt)\\s*(?:\\[[^\\]]*\\]|\\{[^{}]*\\}|[0-9])?|[\\^_])\\s*$");

  private BoxContext() {}

  /** Whether a box that begins here is within the argument of a command that makes a part of it. */
  static boolean isInside(String text, int start) {
    int depth = 0;
    for (int at = start - 1; at >= 0 && at >= start - LOOKED_AT; at--) {
      char c = text.charAt(at);
      boolean escaped = at > 0 && text.charAt(at - 1) == '\\';
      if (c == '\n' || c == '$') {
        return false;
      }
      if (!escaped && c == '}') {
        depth++;
      } else if (!escaped && c == '{' && --depth < 0) {
        depth = 0;
        if (PART.matcher(text.substring(Math.max(0, at - LOOKED_AT), at)).find()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The expression around a box, box included; empty where the box stands for itself. */
  static Optional<String> of(String text, int start, int end) {
    if (!isNear(text, start, end)) {
      return Optional.empty();
    }
    Matcher before = BEFORE.matcher(text.substring(Math.max(0, start - LOOKED_AT), start));
    String rest = text.substring(end, Math.min(text.length(), end + LOOKED_AT));
    Matcher behind = BEHIND.matcher(rest);
    boolean leads = before.find();
    boolean follows = behind.find() && !DEGREES.matcher(rest).find();
    return leads || follows
        ? Optional.of(
            (leads ? before.group(1) : "")
                + text.substring(start, end)
                + (follows ? behind.group() : ""))
        : Optional.empty();
  }

  /** Whether the signs next to the box, blanks apart, could be operators. */
  private static boolean isNear(String text, int start, int end) {
    int before = start - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    int behind = end;
    while (behind < text.length() && text.charAt(behind) == ' ') {
      behind++;
    }
    boolean leads = before >= 0 && "-+^0123456789tsv".indexOf(text.charAt(before)) >= 0;
    boolean follows =
        behind < text.length()
            && ("^+/".indexOf(text.charAt(behind)) >= 0
                || text.startsWith("\\cdot", behind)
                || text.startsWith("\\times", behind)
                || text.startsWith("\\div", behind));
    return leads || follows;
  }
}
