package org.galton.table;

/**
 * Columns of {@code prompt_statistics} about rollouts whose number went by those of a pilot; see
 * its schema. A NULL is null.
 */
public record SecondStage(
    Integer secondN,
    Integer secondCorrect,
    Integer secondWithout,
    Double weightRight,
    Double weightWrong,
    Double successRate) {
  /** Where every prompt has as many rollouts. */
  public static final SecondStage NONE = new SecondStage(null, null, null, null, null, null);

  /** Whether there is one; of a prompt it may be empty all the same. */
  public boolean exists() {
    return secondN != null;
  }
}
