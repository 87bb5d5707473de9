package org.galton.task.judge.math.parse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.galton.task.judge.math.parse.MathToken.Kind;
import org.galton.task.judge.math.tree.MathNode;

/** Fractions that are one character, and powers in superscripts, as the tokens that they mean. */
final class SmallDigits {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final int LONGEST_POWER = 10;

  private SmallDigits() {}

  static boolean isSuperscript(char c) {
    return c == '⁻' || SUPERSCRIPTS.indexOf(c) >= 0;
  }

  /** Empty where there are none; the last one ends where they end. */
  static List<MathToken> tokens(MathText text, int at, boolean spaced) {
    return isSuperscript(text.at(at)) ? power(text, at, spaced) : fraction(text, at, spaced);
  }

  private static List<MathToken> fraction(MathText text, int at, boolean spaced) {
    String plain = Normalizer.normalize(String.valueOf(text.at(at)), Normalizer.Form.NFKC);
    int slash = plain.indexOf('\u2044');
    if (slash <= 0 || slash == plain.length() - 1) {
      return List.of();
    }
    List<MathToken> tokens = new ArrayList<>();
    tokens.add(new MathToken(Kind.COMMAND, "frac", null, spaced, at, at + 1));
    group(tokens, Long.parseLong(plain.substring(0, slash)), at, at + 1);
    group(tokens, Long.parseLong(plain.substring(slash + 1)), at, at + 1);
    return tokens;
  }

  private static List<MathToken> power(MathText text, int at, boolean spaced) {
    int end = at;
    StringBuilder power = new StringBuilder();
    while (isSuperscript(text.at(end)) && power.length() < LONGEST_POWER) {
      int digit = SUPERSCRIPTS.indexOf(text.at(end));
      power.append(digit < 0 ? "-" : String.valueOf(digit));
      end++;
    }
    if (power.lastIndexOf("-") > 0 || power.charAt(power.length() - 1) == '-') {
      return List.of();
    }
    List<MathToken> tokens = new ArrayList<>();
    tokens.add(new MathToken(Kind.MARK, "^", null, spaced, at, end));
    group(tokens, Long.parseLong(power.toString()), at, end);
    return tokens;
  }

  private static void group(List<MathToken> tokens, long value, int at, int end) {
    MathNode.Literal number = MathNode.Literal.whole(value);
    tokens.add(new MathToken(Kind.MARK, "{", null, false, at, end));
    tokens.add(new MathToken(Kind.NUMBER, "", number, false, at, end));
    tokens.add(new MathToken(Kind.MARK, "}", null, false, at, end));
  }
}
