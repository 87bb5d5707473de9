package org.galton.study.advantages;

import java.io.Serializable;
import java.util.Comparator;

/** Steps in the order of their numbers, those without one after them by name. */
final class StepOrder implements Comparator<String>, Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public int compare(String one, String other) {
    int byNumber = Double.compare(number(one), number(other));
    return byNumber != 0 ? byNumber : one.compareTo(other);
  }

  private static double number(String step) {
    try {
      return Double.parseDouble(step);
    } catch (NumberFormatException e) {
      return Double.POSITIVE_INFINITY;
    }
  }
}
