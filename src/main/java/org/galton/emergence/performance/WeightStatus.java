package org.galton.emergence.performance;

/** How groups weigh in a regression on the early window. */
public enum WeightStatus {
  INVERSE_PROBABILITY("groups that resemble those that ended early weigh more"),
  ALL_LASTED("every group lasted, so every group weighs the same"),
  NOT_ASKED("every group weighs the same, as asked"),
  NO_FIRST_ERROR("a group has no first error, so every group weighs the same"),
  NOT_FITTED("the chance to last could not be fitted, so every group weighs the same");

  private final String meaning;

  WeightStatus(String meaning) {
    this.meaning = meaning;
  }

  /** In words. */
  public String meaning() {
    return meaning;
  }
}
