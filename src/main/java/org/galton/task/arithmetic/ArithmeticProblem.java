package org.galton.task.arithmetic;

import org.galton.task.IndexedStream;

/**
 * Two positive integers and an operation. The level follows from the operands: the longer one of a
 * sum or difference has 1 or 2 digits at level 1, then 3, 4 and 5, the other as many or one fewer;
 * factors are 1 by 1, 2 by 1, 2 by 2, then 3 by 2 digits.
 */
record ArithmeticProblem(Operation operation, int level, int left, int right) implements Problem {

  static ArithmeticProblem draw(Operation operation, int level, IndexedStream draws) {
    int longer = level == 1 ? draws.between(1, 2) : level + 1;
    int shorter = level == 1 ? draws.between(1, longer) : draws.between(level, longer);
    if (operation == Operation.MUL) {
      longer = level < 3 ? level : level - 1;
      shorter = level < 3 ? 1 : 2;
    }
    int first = withDigits(longer, draws);
    int second = withDigits(shorter, draws);
    boolean swap = operation == Operation.SUB ? first < second : draws.below(2) == 0;
    return new ArithmeticProblem(operation, level, swap ? second : first, swap ? first : second);
  }

  private static int withDigits(int digits, IndexedStream draws) {
    int least = (int) Math.pow(10, digits - 1);
    return draws.between(least, 10 * least - 1);
  }

  @Override
  public String identity() {
    boolean sort = operation != Operation.SUB && left > right;
    return "arithmetic %s %d %d"
        .formatted(operation.key(), sort ? right : left, sort ? left : right);
  }

  String question() {
    return "" + left + operation.symbol() + right + "=?";
  }

  int answer() {
    return operation.apply(left, right);
  }
}
