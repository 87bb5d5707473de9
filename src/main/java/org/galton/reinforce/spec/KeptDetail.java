package org.galton.reinforce.spec;

/** What a training stores of its rollouts beside texts and verdicts. */
public enum KeptDetail {
  /** Ids of the tokens, their log-probabilities and entropies: table {@code training_tokens}. */
  TOKENS
}
