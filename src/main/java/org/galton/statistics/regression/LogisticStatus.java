package org.galton.statistics.regression;

/** Whether a logistic regression may be read, and if not, why. */
public enum LogisticStatus {
  OK("fitted"),
  TOO_FEW_ROWS("there are fewer rows than terms"),
  ONE_OUTCOME("all outcomes are the same"),
  COLLINEAR("a term says nothing that the terms before it do not say"),
  SEPARATED("a combination of terms tells the outcomes apart without error"),
  NOT_CONVERGED("the iteration found no maximum");

  private final String meaning;

  LogisticStatus(String meaning) {
    this.meaning = meaning;
  }

  /** In words, to follow "refused: ". */
  public String meaning() {
    return meaning;
  }
}
