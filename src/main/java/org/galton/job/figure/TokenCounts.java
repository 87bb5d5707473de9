package org.galton.job.figure;

import java.io.Serializable;

/**
 * Tokens and log-probabilities of one prompt's rollouts, in whole numbers: millionths of a nat, so
 * that the order of adding makes no difference.
 */
public final class TokenCounts implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double MILLION = 1e6;

  private int rollouts;
  private long tokens;
  private long surpriseTokens;
  private long surpriseMillionths;

  public void add(long drawn) {
    rollouts++;
    tokens = Math.addExact(tokens, drawn);
  }

  public void add(long drawn, double logprobSum) {
    add(drawn);
    surpriseTokens = Math.addExact(surpriseTokens, drawn);
    surpriseMillionths = Math.addExact(surpriseMillionths, Math.round(-logprobSum * MILLION));
  }

  public void add(TokenCounts other) {
    rollouts += other.rollouts;
    tokens = Math.addExact(tokens, other.tokens);
    surpriseTokens = Math.addExact(surpriseTokens, other.surpriseTokens);
    surpriseMillionths = Math.addExact(surpriseMillionths, other.surpriseMillionths);
  }

  /** Null where no rollout says. */
  Long tokens() {
    return rollouts == 0 ? null : (Long) tokens;
  }

  /** Tokens per rollout; null where no rollout says. */
  Double perRollout() {
    return rollouts == 0 ? null : (Double) ((double) tokens / rollouts);
  }

  /** Nats per token, -sum logprob / sum tokens; null where no rollout says. */
  Double entropy() {
    return surpriseTokens == 0 ? null : (Double) (surpriseMillionths / MILLION / surpriseTokens);
  }
}
