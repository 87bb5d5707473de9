package org.galton.statistics.mass;

import org.galton.numerics.Expect;

/**
 * What one completion's tokens add up to.
 *
 * @param logprobSum sum of the log-probabilities of its tokens, in nats, 0 or less
 * @param tokens how many, 0 or more
 */
public record TokenSum(double logprobSum, long tokens) {

  public TokenSum {
    Expect.that(
        logprobSum <= 0 && Double.isFinite(logprobSum), "logprobSum", logprobSum, "0 or less");
    Expect.that(tokens >= 0, "tokens", tokens, "0 or more");
  }

  /** Nats per token, -logprobSum / tokens; needs a token. */
  double entropy() {
    return -logprobSum / tokens;
  }
}
