package org.galton.judging;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The number that a judging model gives, found in its reply: in the last line {@code VALUE:
 * NUMBER}, or alone. The last line counts, so that a number which a completion smuggles into the
 * question decides nothing; a last line with anything else is no value.
 *
 * @param most the number that stands for 1
 */
record ValueWords(int most) {
  private static final String MARK = "VALUE:";
  private static final int LONGEST = 12;

  /** What models put around numbers; not a point, with which a number may begin. */
  private static final String MARKUP = "*_`#>\"' \t\r";

  /** In [0, 1]; nothing where there is no number from 0 to {@code most}. */
  Optional<Double> in(String reply) {
    List<String> lines = reply.lines().map(ValueWords::bare).filter(l -> !l.isEmpty()).toList();
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = lines.get(i).toUpperCase(Locale.ROOT);
      if (line.startsWith(MARK)) {
        return number(bare(line.substring(MARK.length())));
      }
    }
    return lines.size() == 1 ? number(lines.get(0)) : Optional.empty();
  }

  private static String bare(String text) {
    return GradeWords.bare(text, MARKUP);
  }

  /** Digits with at most one point among them, and no sign, exponent or unit. */
  private Optional<Double> number(String written) {
    String text = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
    boolean plain =
        !text.isEmpty()
            && text.length() <= LONGEST
            && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')
            && text.chars().filter(c -> c == '.').count() <= 1
            && text.chars().anyMatch(c -> c != '.');
    return plain
        ? Optional.of(Double.parseDouble(text) / most).filter(value -> value <= 1)
        : Optional.empty();
  }

  /** As a question to the model ends. */
  String instruction() {
    return "Write nothing but one line: %s followed by a number from 0 (it cannot be right) to %d (it is sure to be right)."
        .formatted(MARK, most);
  }
}
