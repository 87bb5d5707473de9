package org.galton.scaling;

/** Whether a curve may be read, and if not, why. */
public enum FitStatus {
  OK("fitted"),
  INVALID_REWARD("a reward lies outside 0 to 1"),
  NO_ZERO_ROW("R0 is to come from the row with compute 0, and there is none"),
  TOO_FEW_POINTS("there are too few points"),
  DECREASING("the reward falls with compute"),
  NO_GAIN("the reward does not change with compute"),
  ASYMPTOTE_UNBOUNDED("the points do not bound the asymptote from above"),
  A_AT_BOUND("the best asymptote lies on the edge of the search"),
  B_AT_BOUND("the best exponent lies on the edge of the search"),
  C_MID_AT_BOUND("the best midpoint lies on the edge of the search");

  private final String meaning;

  FitStatus(String meaning) {
    this.meaning = meaning;
  }

  /** In words, to follow "refused: ". */
  public String meaning() {
    return meaning;
  }
}
