package org.galton.reward.filter;

/** Which prompts are drawn no more in later epochs, by all of their rollouts so far. */
public sealed interface PromptRetirement permits NoPositiveResampling, HopelessRetirement {

  /** As specs and options call it. */
  String name();

  /**
   * @param rollouts of the prompt in all epochs so far
   * @param correct how many of them were right
   * @throws IllegalArgumentException when correct is not from 0 to rollouts
   */
  boolean retires(long rollouts, long correct);
}
