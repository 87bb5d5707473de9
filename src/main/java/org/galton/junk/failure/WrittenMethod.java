package org.galton.junk.failure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The steps that the written method asks for, digit by digit from the right: {@code 37+58=?} asks
 * for {@code 7+8=} and {@code 3+5+1=}. The task {@code arithmetic} trains small models to write it.
 *
 * <ul>
 *   <li>a + b: a step for each place of the longer number, {@code +1} where the step before it, as
 *       it is written, came to 10 or more.
 *   <li>a - b, a not below b: a step for each place of a, {@code -1} after a borrow, {@code +10}
 *       where it borrows.
 *   <li>a * b: the ones and the tens of b, or of a where b has one digit, times the other, and the
 *       sum of both as they are written. Two digits are multiplied without a step.
 * </ul>
 */
final class WrittenMethod {
  private static final Pattern QUESTION =
      Pattern.compile("(?<!\\d)(\\d{1,9})[ \t]*([-+*])[ \t]*(\\d{1,9})[ \t]*=[ \t]*\\?");

  private final long left;
  private final char sign;
  private final long right;

  private WrittenMethod(long left, char sign, long right) {
    this.left = left;
    this.sign = sign;
    this.right = right;
  }

  /** Of the last question in a prompt; empty where there is none, or a difference is negative. */
  static Optional<WrittenMethod> of(String prompt) {
    Matcher questions = QUESTION.matcher(prompt);
    WrittenMethod found = null;
    while (questions.find()) {
      found =
          new WrittenMethod(
              Long.parseLong(questions.group(1)),
              questions.group(2).charAt(0),
              Long.parseLong(questions.group(3)));
    }
    return Optional.ofNullable(found)
        .filter(method -> method.sign != '-' || method.left >= method.right);
  }

  /** How many steps it has. */
  int steps() {
    return switch (sign) {
      case '+' -> Math.max(digits(left), digits(right));
      case '-' -> digits(left);
      default -> left < 10 && right < 10 ? 0 : 3;
    };
  }

  /** Whether an equation looks like a step of it, right or wrong. */
  boolean isOfItsForm(Equation equation) {
    return equation
        .left()
        .matches(
            switch (sign) {
              case '+' -> "\\d\\+\\d(\\+1)?";
              case '-' -> "\\d-\\d(-1)?(\\+10)?";
              default -> "\\d+[*+]\\d+";
            });
  }

  /**
   * The left side of a step.
   *
   * @param before the steps before it, as they are written
   */
  String left(int step, List<Equation> before) {
    return switch (sign) {
      case '+' -> {
        boolean carries = step > 0 && result(before.get(step - 1)) >= 10;
        yield digit(left, step) + "+" + digit(right, step) + (carries ? "+1" : "");
      }
      case '-' -> {
        int borrow = borrow(step);
        boolean borrows = digit(left, step) - digit(right, step) - borrow < 0;
        yield digit(left, step)
            + "-"
            + digit(right, step)
            + (borrow == 1 ? "-1" : "")
            + (borrows ? "+10" : "");
      }
      default -> product(step, before);
    };
  }

  private String product(int step, List<Equation> before) {
    long parted = right >= 10 ? right : left;
    long ones = parted % 10;
    return switch (step) {
      case 0 -> right >= 10 ? left + "*" + ones : ones + "*" + right;
      case 1 -> right >= 10 ? left + "*" + (parted - ones) : (parted - ones) + "*" + right;
      default -> before.get(0).right() + "+" + before.get(1).right();
    };
  }

  /** What the steps as they are written come to; the answer itself where there are none. */
  long answer(List<Equation> written) {
    if (sign == '*') {
      return written.isEmpty() ? left * right : result(written.get(written.size() - 1));
    }
    long answer = 0;
    long place = 1;
    for (int step = 0; step < written.size(); step++) {
      long result = result(written.get(step));
      boolean isLast = step == written.size() - 1;
      answer += place * (isLast || sign == '-' ? result : result % 10);
      place *= 10;
    }
    return answer;
  }

  private int borrow(int step) {
    return IntStream.range(0, step)
        .reduce(0, (borrow, at) -> digit(left, at) - digit(right, at) - borrow < 0 ? 1 : 0);
  }

  private static long result(Equation equation) {
    return (long) Double.parseDouble(equation.right());
  }

  private static int digit(long number, int place) {
    return (int) (number / (long) Math.pow(10, place) % 10);
  }

  private static int digits(long number) {
    return Long.toString(number).length();
  }
}
