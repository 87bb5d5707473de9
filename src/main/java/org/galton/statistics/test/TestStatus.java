package org.galton.statistics.test;

/** Whether a test could be made, and if not, why. */
public enum TestStatus {
  OK("made"),
  NO_VALUES("there are no values"),
  TOO_FEW("there are too few values"),
  ALL_ZERO("no value differs from zero"),
  NO_RESIDUAL("nothing is left to compare with"),
  INFINITE_SCORE("a p-value has no finite score");

  private final String meaning;

  TestStatus(String meaning) {
    this.meaning = meaning;
  }

  /** In words, to follow "no test: ". */
  public String meaning() {
    return meaning;
  }
}
