package org.galton.task.judge.math.parse;

import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.tree.MathNode;

/**
 * Digits from a place on: groups of thousands by one kind of separator, a point or a decimal comma,
 * repeating digits, an exponent.
 */
final class NumberScanner {
  private static final int MOST_DIGITS = 256;
  private static final int LARGEST_EXPONENT = 1000;
  private static final String[] SEPARATORS = {
    ",\\!", "{,}", ",", "\\,", "\\;", "\\:", "\\ ", "'", "_", " ", "~", "."
  };

  private final MathText text;
  private final boolean groupsByComma;
  private final boolean decimalComma;
  private int at;
  private int fractionDigits;
  private final StringBuilder digits = new StringBuilder();

  /**
   * @param groupsByComma whether 4,096 is one number
   * @param decimalComma whether 2,74 is one number
   */
  NumberScanner(MathText text, int start, boolean groupsByComma, boolean decimalComma) {
    this.text = text;
    this.at = start;
    this.groupsByComma = groupsByComma;
    this.decimalComma = decimalComma;
  }

  /** Where the number ends, after {@link #read}. */
  int end() {
    return at;
  }

  /** Null where it is out of bounds. */
  MathNode.Literal read() {
    take(text.digitsFrom(at));
    boolean pointed = false;
    if (!grouped()) {
      indian();
    }
    if (isDecimalSign()) {
      pointed = true;
      at++;
      int end = text.digitsFrom(at);
      fractionDigits = end - at;
      take(end);
    }
    BigFraction repeated = pointed ? repeating() : BigFraction.ZERO;
    if (digits.length() > MOST_DIGITS || repeated == null) {
      return null;
    }
    boolean exact = repeated.compareTo(BigFraction.ZERO) != 0;
    if (pointed) {
      ellipsis();
    }
    int exponent = exponent();
    if (Math.abs(exponent) > LARGEST_EXPONENT) {
      return null;
    }
    boolean decimal = !exact && (pointed || exponentRead);
    BigInteger all = digits.length() == 0 ? BigInteger.ZERO : new BigInteger(digits.toString());
    int scale = fractionDigits - exponent;
    BigFraction value =
        tenTo(new BigFraction(all), -fractionDigits).add(tenTo(repeated, -fractionDigits));
    value = tenTo(value, exponent);
    return new MathNode.Literal(value, decimal ? significant() : 0, decimal ? scale : 0);
  }

  private boolean exponentRead;

  static BigFraction tenTo(BigFraction value, int exponent) {
    if (exponent == 0) {
      return value;
    }
    BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
    return exponent > 0 ? value.multiply(power) : value.divide(power);
  }

  private int significant() {
    int zeros = 0;
    while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
      zeros++;
    }
    return digits.length() - zeros;
  }

  /** Groups of three with one separator; those of a point only if it cannot be the decimal sign. */
  private boolean grouped() {
    if (digits.length() > 3 || digits.length() == 0 || digits.charAt(0) == '0') {
      return false;
    }
    for (String separator : SEPARATORS) {
      int groups = 0;
      int end = at;
      while (text.startsWith(separator, end)
          && text.digitsFrom(end + separator.length()) == end + separator.length() + 3) {
        end += separator.length() + 3;
        groups++;
      }
      if (groups > 0 && isAllowed(separator, groups, end)) {
        while (at < end) {
          at += separator.length();
          take(at + 3);
        }
        return true;
      }
    }
    return false;
  }

  private boolean isAllowed(String separator, int groups, int end) {
    boolean goesOn = text.startsWith(separator, end) && text.isDigit(end + separator.length());
    if (goesOn) {
      return false;
    }
    return switch (separator) {
      case "," -> groupsByComma;
      case "." ->
          groups > 1 || (text.startsWith(",", end) && text.isDigit(end + 1) && groupsByComma);
      case " ", "~" -> !text.startsWith("/", text.blanksFrom(end));
      default -> true;
    };
  }

  /** 27,50,000. */
  private void indian() {
    if (!groupsByComma || digits.length() > 2 || digits.length() == 0 || digits.charAt(0) == '0') {
      return;
    }
    int end = at;
    while (text.startsWith(",", end) && text.digitsFrom(end + 1) == end + 3) {
      end += 3;
    }
    if (end > at
        && text.startsWith(",", end)
        && text.digitsFrom(end + 1) == end + 4
        && !(text.startsWith(",", end + 4) && text.isDigit(end + 5))) {
      end += 4;
      while (at < end) {
        at++;
        take(text.digitsFrom(at));
      }
    }
  }

  /** A comma before a single 0 is one of a list: nobody writes 3 as 3,0, many the list of both. */
  private boolean isDecimalSign() {
    if (text.startsWith(".", at)) {
      return text.isDigit(at + 1) || isRepeating(at + 1);
    }
    if (!text.startsWith(",", at) || !text.isDigit(at + 1)) {
      return false;
    }
    boolean afterPoints = pointsBefore();
    boolean oneZero = text.at(at + 1) == '0' && !text.isDigit(at + 2);
    return afterPoints || (decimalComma && digits.length() > 0 && !oneZero);
  }

  /** Whether the groups so far were set with points. */
  private boolean pointsBefore() {
    return at >= 5 && text.at(at - 4) == '.' && text.isDigit(at - 5) && digits.length() > 3;
  }

  private boolean isRepeating(int from) {
    return text.startsWith("\\overline{", from)
        || text.startsWith("\\bar{", from)
        || text.startsWith("(", from);
  }

  /** Zero where nothing repeats, null where what repeats is not digits. */
  private BigFraction repeating() {
    int open = at;
    if (text.startsWith("\\overline{", at)) {
      open += 10;
    } else if (text.startsWith("\\bar{", at)) {
      open += 5;
    } else if (text.startsWith("(", at)) {
      open++;
    } else {
      return BigFraction.ZERO;
    }
    int end = text.digitsFrom(open);
    boolean closed = end > open && (text.startsWith("}", end) || text.startsWith(")", end));
    if (!closed || end - open > MOST_DIGITS) {
      return text.startsWith("(", at) && fractionDigits > 0 ? BigFraction.ZERO : null;
    }
    BigInteger nines = BigInteger.TEN.pow(end - open).subtract(BigInteger.ONE);
    BigFraction value = new BigFraction(new BigInteger(text.between(open, end)), nines);
    at = end + 1;
    return value;
  }

  private void ellipsis() {
    for (String dots : new String[] {"...", "\u2026", "\\ldots", "\\dots", "\\cdots"}) {
      if (text.startsWith(dots, at)) {
        at += dots.length();
        return;
      }
    }
  }

  /** Read only where digits follow the e at once and no letter follows these. */
  private int exponent() {
    if (!text.startsWith("e", at) && !text.startsWith("E", at)) {
      return 0;
    }
    int from = at + 1;
    boolean signed = text.startsWith("-", from) || text.startsWith("+", from);
    int first = signed ? from + 1 : from;
    int end = text.digitsFrom(first);
    if (end == first || text.isLetter(end)) {
      return 0;
    }
    exponentRead = true;
    at = end;
    if (end - first > 4) {
      return LARGEST_EXPONENT + 1;
    }
    int exponent = Integer.parseInt(text.between(first, end));
    return text.startsWith("-", from) ? -exponent : exponent;
  }

  private void take(int end) {
    digits.append(text.between(at, end));
    at = end;
  }
}
