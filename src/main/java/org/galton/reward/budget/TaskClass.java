package org.galton.reward.budget;

import java.util.Locale;

/** What earlier rollouts say about a prompt. */
public enum TaskClass {
  /** Some were right, some wrong. */
  ACTIVE,
  /** All were right. */
  SOLVED,
  /** None was right. */
  UNSOLVED,
  /** There are none. */
  UNKNOWN;

  /** As tables call it. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
