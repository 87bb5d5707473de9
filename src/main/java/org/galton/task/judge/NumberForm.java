package org.galton.task.judge;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A number as it is written from a place on: digits with separators of thousands, a point, an
 * exponent, a power, a fraction, a mixed number, percent, a word such as million. Bounded: 64
 * digits, exponents of three digits. One that goes on as no number does, such as 3x or 1/2/3, has
 * no value.
 */
final class NumberForm {
  private static final int LONGEST = 64;
  private static final int MOST_POWER_DIGITS = 256;
  private static final int LOOKED_AT = 512;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** The digits before a point; the groups of one number have one separator. */
  private static final Pattern WHOLE =
      Pattern.compile(
          "[0-9]{1,3}(?:,[0-9]{3})+\\b|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}\\b"
              + "|[0-9]{1,3}(?:\\{,\\}[0-9]{3})+\\b|[0-9]{1,3}(?:\\\\[,;!][0-9]{3})+\\b"
              + "|[0-9]{1,3}(?:,\\\\![0-9]{3})+\\b|[0-9]{1,3}(?: [0-9]{3})+\\b"
              + "|[0-9]{1,3}(?:'[0-9]{3})+\\b|[0-9]{1,3}(?:_[0-9]{3})+\\b|[0-9]*");

  private static final Pattern FRACTION_DIGITS = Pattern.compile("\\.[0-9]+");
  private static final Pattern EXPONENT = Pattern.compile("[eE]([-+]?[0-9]+)");
  private static final Pattern MORE_DIGITS = Pattern.compile("[.,][0-9]");
  private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");
  private static final Pattern DEGREES =
      Pattern.compile(" ?(?:°|\\^ ?\\\\circ\\b|\\^ ?\\{ ?\\\\circ ?\\})");
  private static final Pattern TIMES_TEN =
      Pattern.compile(" ?(?:[x×·⋅*]|\\\\times\\b|\\\\cdot\\b) ?10(\\^|\\*\\*|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])");
  private static final Pattern POWER_SIGN = Pattern.compile("\\^|\\*\\*[-0-9{]|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]");
  private static final Pattern POWER =
      Pattern.compile("(?:\\^|\\*\\*) ?(?:\\{ ?(-?[0-9]{1,3}) ?\\}|(-?[0-9]{1,3})(?:[^0-9.]|$))");
  private static final Pattern SUPERSCRIPT = Pattern.compile("⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}");
  private static final Pattern OVER = Pattern.compile(" ?/ ?([0-9]{1,64})");
  private static final Pattern MORE_OVER = Pattern.compile("/|\\.[0-9]");
  private static final Pattern LATEX =
      Pattern.compile(
          " ?\\\\[dtc]?frac ?(?:\\{ ?(-?[0-9]{1,64}) ?\\} ?\\{ ?(-?[0-9]{1,64})"
              + " ?\\}|([0-9])([0-9]))");
  private static final Pattern COMMAND = Pattern.compile("\\\\[A-Za-z]*");
  private static final Pattern MIXED = Pattern.compile(" ([0-9]{1,9})/([0-9]{1,9})\\b");
  private static final Pattern PERCENT = Pattern.compile(" ?\\\\?%|(?i: ?per ?cent\\b)");
  private static final Pattern ATTACHED = Pattern.compile("[A-Za-z]+[0-9]?");
  private static final Pattern WORD =
      Pattern.compile("(?: |~|\\\\[ ,;]|\\\\(?:text|mathrm)\\{ ?)+([A-Za-z]+)");

  /** A time, a ratio, a product, a base, a factorial, a further digit of another kind. */
  private static final Pattern GOES_ON =
      Pattern.compile(":[0-9]|![^\\s\"'!*]|[({^‰]|_[0-9{]|[\\pN]");

  private static final Map<String, Integer> ZEROS =
      Map.of("hundred", 2, "thousand", 3, "million", 6, "billion", 9, "trillion", 12);

  /** Letters that may follow a digit at once; others make it an algebraic term or a name. */
  private static final Set<String> UNITS =
      Set.of(
          "st", "nd", "rd", "th", "mm", "cm", "dm", "m", "km", "mg", "g", "kg", "ml", "mL", "cl",
          "l", "L", "ms", "s", "sec", "min", "h", "hr", "hrs", "mph", "lb", "lbs", "oz", "ft", "in",
          "yd", "px", "GB", "MB", "KB", "TB", "Hz", "kHz", "MHz", "GHz", "W", "kW", "kWh", "V", "A",
          "C", "F", "USD", "EUR", "deg", "am", "pm");

  private String rest;
  private int consumed;
  private NumericAnswer.Sign sign = NumericAnswer.Sign.NONE;

  private NumberForm(String rest) {
    this.rest = rest;
  }

  /**
   * @param end where what was read ends
   * @param number without a sign before it; empty where it goes on as no number does
   */
  record Read(int end, Optional<NumericAnswer> number) {}

  /**
   * @param start of a digit, a point before a digit or a LaTeX command
   */
  static Read at(String text, int start) {
    NumberForm form =
        new NumberForm(text.substring(start, Math.min(text.length(), start + LOOKED_AT)));
    Optional<NumericAnswer> number = form.value().map(value -> new NumericAnswer(value, form.sign));
    return new Read(start + Math.max(1, form.consumed), number);
  }

  private Optional<BigFraction> value() {
    return first().flatMap(this::scaled).filter(value -> !begins(GOES_ON));
  }

  private Optional<BigFraction> first() {
    if (!rest.startsWith("\\")) {
      return decimal().flatMap(this::raised);
    }
    Optional<BigFraction> fraction = take(LATEX).flatMap(NumberForm::fraction);
    if (fraction.isEmpty()) {
      take(COMMAND);
    }
    return fraction;
  }

  private Optional<BigFraction> decimal() {
    String whole = NOT_DIGITS.matcher(take(WHOLE).orElseThrow().group()).replaceAll("");
    String digits = whole + take(FRACTION_DIGITS).map(Matcher::group).orElse("");
    String exponent = take(EXPONENT).map(match -> match.group(1)).orElse("0");
    boolean bounded =
        digits.length() <= LONGEST && NOT_DIGITS.matcher(exponent).replaceAll("").length() <= 3;
    return bounded && !begins(MORE_DIGITS)
        ? Optional.of(NumericAnswer.of(new BigDecimal(digits + "e" + exponent)).value())
        : Optional.empty();
  }

  /** The number itself, in degrees, times a power of ten, a power of it, over another, mixed. */
  private Optional<BigFraction> raised(BigFraction number) {
    if (take(DEGREES).isPresent()) {
      return Optional.of(number);
    }
    Matcher ten = TIMES_TEN.matcher(rest);
    if (ten.lookingAt()) {
      consume(ten.start(1));
      return power(new BigFraction(10)).map(number::multiply);
    }
    if (begins(POWER_SIGN)) {
      return power(number);
    }
    Optional<Matcher> over = take(OVER);
    if (over.isPresent()) {
      return begins(MORE_OVER)
          ? Optional.empty()
          : quotient(number, new BigInteger(over.get().group(1)));
    }
    Optional<Matcher> part = take(MIXED).or(() -> take(LATEX));
    return part.isEmpty()
        ? Optional.of(number)
        : fraction(part.get()).filter(f -> isWhole(number) && isProper(f)).map(number::add);
  }

  private static boolean isWhole(BigFraction number) {
    return number.getDenominator().equals(BigInteger.ONE);
  }

  private static boolean isProper(BigFraction fraction) {
    return fraction.compareTo(BigFraction.ZERO) > 0 && fraction.compareTo(BigFraction.ONE) < 0;
  }

  /** Of the first two groups, or where these are none of the next two. */
  private static Optional<BigFraction> fraction(Matcher match) {
    int first = match.group(1) != null ? 1 : 3;
    return quotient(
        new BigFraction(new BigInteger(match.group(first))),
        new BigInteger(match.group(first + 1)));
  }

  private static Optional<BigFraction> quotient(BigFraction above, BigInteger below) {
    return below.signum() == 0 ? Optional.empty() : Optional.of(above.divide(below));
  }

  private Optional<BigFraction> power(BigFraction base) {
    Optional<Integer> exponent =
        take(SUPERSCRIPT).map(match -> ofSuperscripts(match.group())).or(this::exponent);
    if (exponent.isEmpty()) {
      consume(1);
      return Optional.empty();
    }
    int digits = Math.max(length(base.getNumerator()), length(base.getDenominator()));
    boolean zero = base.getNumerator().signum() == 0;
    return (zero && exponent.get() <= 0) || digits * Math.abs(exponent.get()) > MOST_POWER_DIGITS
        ? Optional.empty()
        : Optional.of(base.pow(exponent.get()));
  }

  private Optional<Integer> exponent() {
    Matcher power = POWER.matcher(rest);
    if (!power.lookingAt()) {
      return Optional.empty();
    }
    int group = power.group(1) != null ? 1 : 2;
    consume(group == 1 ? power.end() : power.end(2));
    return Optional.of(Integer.valueOf(power.group(group)));
  }

  private static int ofSuperscripts(String text) {
    int value = 0;
    for (char c : text.replace("⁻", "").toCharArray()) {
      value = 10 * value + SUPERSCRIPTS.indexOf(c);
    }
    return text.startsWith("⁻") ? -value : value;
  }

  /** A power of ten adds one digit a time. */
  private static int length(BigInteger number) {
    return number.abs().toString().length() - (number.equals(BigInteger.TEN) ? 1 : 0);
  }

  /** Percent, units, million and the like. */
  private Optional<BigFraction> scaled(BigFraction number) {
    if (take(PERCENT).isPresent()) {
      sign = NumericAnswer.Sign.PERCENT;
      return Optional.of(number);
    }
    Optional<Matcher> attached = take(ATTACHED);
    if (attached.isPresent()) {
      return UNITS.contains(attached.get().group()) ? Optional.of(number) : Optional.empty();
    }
    Matcher word = WORD.matcher(rest);
    if (!word.lookingAt() || !ZEROS.containsKey(word.group(1).toLowerCase(Locale.ROOT))) {
      return Optional.of(number);
    }
    consume(word.end());
    int zeros = ZEROS.get(word.group(1).toLowerCase(Locale.ROOT));
    return Optional.of(number.multiply(BigInteger.TEN.pow(zeros)));
  }

  private boolean begins(Pattern pattern) {
    return pattern.matcher(rest).lookingAt();
  }

  private Optional<Matcher> take(Pattern pattern) {
    Matcher matcher = pattern.matcher(rest);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    consume(matcher.end());
    return Optional.of(matcher);
  }

  private void consume(int length) {
    rest = rest.substring(length);
    consumed += length;
  }
}
