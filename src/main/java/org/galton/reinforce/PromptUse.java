package org.galton.reinforce;

import java.util.Locale;

/** Whether a prompt of a step was learned from, or why not. */
enum PromptUse {
  KEPT,
  /** No rollout has a verdict. */
  UNSCORED,
  /** One scored rollout has nothing to be compared with. */
  SINGLE,
  /** By the probe of a search it is not hard enough. */
  TOO_EASY,
  ALL_CORRECT,
  ALL_WRONG,
  /** Verdicts differ, rewards do not. */
  EQUAL_REWARDS,
  /** The batch was full. */
  SURPLUS;

  /** As tables hold it. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
