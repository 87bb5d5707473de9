package org.galton.search.backup;

/** How a trajectory ends with a step. The order is that of preference for a backup. */
public enum StepEnding {
  /** With a right answer. */
  CORRECT(1),
  /** With a wrong answer. */
  WRONG(-1),
  /** Without an answer, at the limit of depth. */
  INCOMPLETE(-1),
  /** It goes on. */
  NONE(0);

  private final int reward;

  StepEnding(int reward) {
    this.reward = reward;
  }

  public boolean isTerminal() {
    return this != NONE;
  }

  /** +1, -1, or 0 where it goes on. */
  public int reward() {
    return reward;
  }
}
