package org.galton.task.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A step as a completion writes it: {@code 75+7=82}. */
record WrittenStep(int left, char symbol, int right, int result) {
  private static final int MOST_DIGITS = 7;
  private static final String SYMBOLS = "+-*/";

  /** Nothing where a word is no step. */
  static Optional<WrittenStep> parse(String word) {
    int equals = word.indexOf('=');
    int at = 0;
    while (at < word.length() && isDigit(word.charAt(at))) {
      at++;
    }
    if (equals <= at || SYMBOLS.indexOf(word.charAt(at)) < 0) {
      return Optional.empty();
    }
    char symbol = word.charAt(at);
    return number(word.substring(0, at))
        .flatMap(
            left ->
                number(word.substring(word.indexOf(symbol) + 1, equals))
                    .flatMap(
                        right ->
                            number(word.substring(equals + 1))
                                .map(result -> new WrittenStep(left, symbol, right, result))));
  }

  private static Optional<Integer> number(String digits) {
    return !digits.isEmpty()
            && digits.length() <= MOST_DIGITS
            && digits.chars().allMatch(c -> isDigit((char) c))
        ? Optional.of(Integer.valueOf(digits))
        : Optional.empty();
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether a word could be the beginning of a step by its characters. */
  static boolean isOfItsCharacters(String word) {
    return word.chars().allMatch(c -> isDigit((char) c) || SYMBOLS.indexOf(c) >= 0 || c == '=');
  }

  /** The right steps from two numbers in this order whose results are positive integers. */
  static List<WrittenStep> of(int left, int right) {
    List<WrittenStep> steps = new ArrayList<>(4);
    steps.add(new WrittenStep(left, '+', right, left + right));
    steps.add(new WrittenStep(left, '*', right, left * right));
    if (left > right) {
      steps.add(new WrittenStep(left, '-', right, left - right));
    }
    if (right > 0 && left % right == 0) {
      steps.add(new WrittenStep(left, '/', right, left / right));
    }
    return steps;
  }

  /** Whether it is right, and its result a positive integer. */
  boolean isRight() {
    return of(left, right).contains(this);
  }

  /** Takes its numbers out and puts its result in; false where a number is not there. */
  boolean takeFrom(List<Integer> numbers) {
    if (!numbers.remove(Integer.valueOf(left)) || !numbers.remove(Integer.valueOf(right))) {
      return false;
    }
    return numbers.add(result);
  }

  String text() {
    return "" + left + symbol + right + "=" + result;
  }
}
