package org.galton.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.function.Function;

/**
 * What one value of a spec may be.
 *
 * @param expected completes "expected …" in a problem
 * @param standIn takes a wrong value's place while the rest is checked; never reaches a caller of
 *     {@link SpecSource#read}
 * @param words the words allowed, where they can be listed
 * @param parse the value of a text, or nothing where the text is none; may throw {@link
 *     IllegalArgumentException} with a problem
 */
public record ValueType<T>(
    String expected, T standIn, List<String> words, Function<String, Optional<T>> parse) {
  private static final String WHOLE = "[-+]?[0-9][0-9_]*";
  private static final String DECIMAL =
      "[-+]?([0-9][0-9_]*(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?";

  /**
   * The same, with a check that throws {@link IllegalArgumentException}, such as a record's own
   * constructor.
   */
  public ValueType<T> checked(Consumer<T> check) {
    return new ValueType<>(
        expected,
        standIn,
        words,
        text -> {
          Optional<T> value = parse.apply(text);
          value.ifPresent(check);
          return value;
        });
  }

  /**
   * {@code " (did you mean 'x'?)"} where {@code text} is nearly one of the words, otherwise
   * nothing.
   */
  public String hint(String text) {
    return Nearest.hint(text, words);
  }

  /** Text of at least one character that is no space. */
  public static ValueType<String> text() {
    return text("text", "(?s).*\\S.*");
  }

  /** Text, or none at all between quotes. */
  public static ValueType<String> anyText() {
    return text("text", "(?s).*");
  }

  /** Text that the whole of a regular expression describes. */
  public static ValueType<String> text(String expected, String pattern) {
    return new ValueType<>(
        expected, "", List.of(), text -> Optional.of(text).filter(t -> t.matches(pattern)));
  }

  public static ValueType<Long> wholeNumber() {
    return new ValueType<>("a whole number of at most 64 bits", 0L, List.of(), ValueType::whole);
  }

  public static ValueType<Integer> integer() {
    return integer("a whole number of at most 32 bits", Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** A whole number in [least, most]. */
  public static ValueType<Integer> integer(int least, int most) {
    String expected = "a whole number from " + grouped(least) + " to " + grouped(most);
    return integer(expected, least, most);
  }

  private static ValueType<Integer> integer(String expected, int least, int most) {
    return new ValueType<>(
        expected,
        least,
        List.of(),
        text -> whole(text).filter(n -> least <= n && n <= most).map(Math::toIntExact));
  }

  /** A finite number in [least, most]. */
  public static ValueType<Double> number(double least, double most) {
    return number(
        "a number from " + plain(least) + " to " + plain(most),
        least,
        value -> least <= value && value <= most);
  }

  /** A finite number above zero. */
  public static ValueType<Double> positive() {
    return number("a number above 0", 1, value -> value > 0);
  }

  /** Any finite number: for values that a record checks itself. */
  public static ValueType<Double> number() {
    return number("a number", 0, value -> true);
  }

  public static ValueType<Boolean> flag() {
    return words("true or false", false, List.of("true", "false"), Boolean::valueOf);
  }

  /** One of some words. */
  public static ValueType<String> word(List<String> words) {
    return words(oneOf(words), "", words, word -> word);
  }

  /** A constant of an enum, written in lower case with underscores. */
  public static <E extends Enum<E>> ValueType<E> constant(Class<E> type) {
    E[] constants = type.getEnumConstants();
    List<String> words = Arrays.stream(constants).map(ValueType::written).toList();
    return words(
        oneOf(words),
        constants[0],
        words,
        word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
  }

  /** How a spec writes an enum's constant. */
  public static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <T> ValueType<T> words(
      String expected, T standIn, List<String> words, Function<String, T> value) {
    return new ValueType<>(
        expected, standIn, words, text -> Optional.of(text).filter(words::contains).map(value));
  }

  private static ValueType<Double> number(String expected, double standIn, DoublePredicate holds) {
    return new ValueType<>(
        expected,
        standIn,
        List.of(),
        text ->
            Optional.of(text)
                .filter(t -> t.matches(DECIMAL))
                .map(t -> Double.valueOf(t.replace("_", "")))
                .filter(value -> Double.isFinite(value) && holds.test(value)));
  }

  private static Optional<Long> whole(String text) {
    try {
      return Optional.of(text)
          .filter(t -> t.matches(WHOLE))
          .map(t -> Long.valueOf(t.replace("_", "")));
    } catch (NumberFormatException tooLong) {
      return Optional.empty();
    }
  }

  private static String oneOf(List<String> words) {
    return words.size() == 1 ? "'" + words.get(0) + "'" : "one of " + String.join(", ", words);
  }

  private static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? grouped((long) value)
        : String.valueOf(value);
  }
}
