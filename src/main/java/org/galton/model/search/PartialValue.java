package org.galton.model.search;

/**
 * What came of asking for the value of a partial completion.
 *
 * @param cost of asking; nothing where the value was known before
 */
public sealed interface PartialValue {
  Cost cost();

  /**
   * @param tokens that went through a model or came from one
   * @param faults replies that could not be read
   */
  record Cost(long tokens, double seconds, long faults) {
    public static final Cost NOTHING = new Cost(0, 0, 0);

    Cost plus(Cost other) {
      return new Cost(tokens + other.tokens, seconds + other.seconds, faults + other.faults);
    }
  }

  /**
   * @param value in [0, 1]
   */
  record Known(double value, Cost cost) implements PartialValue {}

  /** There is none, and the search cannot go on from here. */
  record Missing(String reason, Cost cost) implements PartialValue {}
}
