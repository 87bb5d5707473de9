package org.galton.task.judge.math;

import java.math.BigInteger;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.tree.MathNode;

/** Reads mathematics from a text, whole or not at all. */
public final class MathReader {
  private static final int LONGEST = 4096;

  private MathReader() {}

  /**
   * Empty where the text, but for blanks and a period at its end, is not one mathematical thing.
   */
  public static Optional<MathAnswer> whole(String text, MathNotation notation) {
    String stripped = text.strip();
    return prefix(stripped, notation)
        .filter(prefix -> prefix.end() == stripped.length())
        .map(MathPrefix::answer);
  }

  /** The longest beginning that is one mathematical thing; empty where there is none. */
  public static Optional<MathPrefix> prefix(String text, MathNotation notation) {
    int end = 0;
    while (end < Math.min(text.length(), LONGEST) && Character.isDigit(text.charAt(end))) {
      end++;
    }
    if (end == 0 || end > 256) {
      return Optional.empty();
    }
    BigFraction value = new BigFraction(new BigInteger(text.substring(0, end)));
    return Optional.of(new MathPrefix(MathAnswer.of(new MathNode.Literal(value, 0, 0)), end));
  }
}
