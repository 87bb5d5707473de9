package org.galton.task.arithmetic;

import org.galton.task.MarkedAnswer;

/** The written method, least significant digit first, such as {@code 7+8=15 3+5+1=9 answer=95}. */
final class ArithmeticChain {
  private ArithmeticChain() {}

  static String of(ArithmeticProblem problem) {
    StringBuilder chain = new StringBuilder();
    switch (problem.operation()) {
      case ADD -> sums(chain, problem.left(), problem.right());
      case SUB -> differences(chain, problem.left(), problem.right());
      case MUL -> products(chain, problem.left(), problem.right());
    }
    return chain.append(MarkedAnswer.MARKER).append(problem.answer()).toString();
  }

  private static void sums(StringBuilder chain, int left, int right) {
    int carry = 0;
    for (int a = left, b = right; a > 0 || b > 0; a /= 10, b /= 10) {
      int sum = a % 10 + b % 10 + carry;
      chain.append(a % 10).append('+').append(b % 10).append(carry == 0 ? "" : "+1");
      chain.append('=').append(sum).append(' ');
      carry = sum / 10;
    }
  }

  private static void differences(StringBuilder chain, int left, int right) {
    int borrow = 0;
    for (int a = left, b = right; a > 0; a /= 10, b /= 10) {
      int difference = a % 10 - b % 10 - borrow;
      chain.append(a % 10).append('-').append(b % 10).append(borrow == 0 ? "" : "-1");
      borrow = difference < 0 ? 1 : 0;
      chain
          .append(borrow == 0 ? "" : "+10")
          .append('=')
          .append(difference + 10 * borrow)
          .append(' ');
    }
  }

  /**
   * Partial products by the ones, then the tens, of the two-digit factor; of the right one where
   * both have two.
   */
  private static void products(StringBuilder chain, int left, int right) {
    if (left < 10 && right < 10) {
      return;
    }
    boolean partRight = right >= 10;
    int parted = partRight ? right : left;
    int ones = parted % 10;
    int tens = parted - ones;
    int low = product(chain, partRight ? left : ones, partRight ? ones : right);
    int high = product(chain, partRight ? left : tens, partRight ? tens : right);
    equation(chain, low, '+', high, low + high);
  }

  private static int product(StringBuilder chain, int left, int right) {
    equation(chain, left, '*', right, left * right);
    return left * right;
  }

  private static void equation(StringBuilder chain, int left, char symbol, int right, int value) {
    chain.append(left).append(symbol).append(right).append('=').append(value).append(' ');
  }
}
