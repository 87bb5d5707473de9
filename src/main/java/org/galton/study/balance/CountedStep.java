package org.galton.study.balance;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * @param amount how often; a probability where the input holds these. Sums of it are exact: they
 *     neither wrap nor depend on the order of the rows
 */
record CountedStep(StepKey key, BigDecimal amount) implements Serializable {

  /**
   * @throws IllegalArgumentException naming the state from which there are more steps than can be
   *     counted
   */
  long count() {
    try {
      return amount.longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "Invalid sum of steps, with those from state '%s' %s: expected at most %d in all"
              .formatted(key.source(), amount, Long.MAX_VALUE),
          e);
    }
  }

  double probability() {
    return amount.doubleValue();
  }
}
