package org.galton.task.arithmetic;

import java.util.ArrayList;
import java.util.List;

/**
 * A number, or two parts joined by an operation.
 *
 * @param text the composed expression with no more parentheses than it needs
 * @param equation the last operation on the values of its parts, such as {@code 75+7=82}; empty for
 *     a number
 * @param binding how tightly the text holds together: 1 for a sum, 2 for a product, 3 for a number
 */
record CountdownStep(int value, String text, String equation, int binding) {

  static CountdownStep number(int value) {
    return new CountdownStep(value, Integer.toString(value), "", 3);
  }

  /**
   * Every way to join two parts, the larger on the left, to a positive integer. A result equal to
   * one of the two values is left out: the other part would be wasted.
   */
  static List<CountdownStep> joining(CountdownStep first, CountdownStep second) {
    boolean ordered = first.value >= second.value;
    CountdownStep a = ordered ? first : second;
    CountdownStep b = ordered ? second : first;
    List<CountdownStep> steps = new ArrayList<>();
    steps.add(join(a, '+', b, a.value + b.value));
    steps.add(join(a, '-', b, a.value - b.value));
    steps.add(join(a, '*', b, a.value * b.value));
    if (a.value % b.value == 0) {
      steps.add(join(a, '/', b, a.value / b.value));
    }
    steps.removeIf(step -> step.value == 0 || step.value == a.value || step.value == b.value);
    return steps;
  }

  private static CountdownStep join(CountdownStep a, char symbol, CountdownStep b, int value) {
    int binding = symbol == '+' || symbol == '-' ? 1 : 2;
    boolean ordered = symbol == '-' || symbol == '/';
    String left = a.binding < binding ? "(" + a.text + ")" : a.text;
    String right =
        b.binding < binding || (ordered && b.binding == binding) ? "(" + b.text + ")" : b.text;
    return new CountdownStep(
        value, left + symbol + right, "" + a.value + symbol + b.value + "=" + value, binding);
  }
}
