package org.galton.sweep;

/** What is stored of rollouts beside texts and verdicts. */
public enum KeptDetail {
  /**
   * Ids of the tokens, their log-probabilities and entropies: table {@code rollout_tokens} of a
   * sweep, {@code training_tokens} of a training.
   */
  TOKENS
}
