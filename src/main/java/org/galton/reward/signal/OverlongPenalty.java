package org.galton.reward.signal;

import org.galton.numerics.Expect;

/**
 * DAPO's soft punishment of completions that come close to the limit. With L tokens:
 *
 * <pre>
 *  0                                      L &lt;= limit - margin
 *  factor (limit - margin - L)/margin     up to the limit
 *  -factor                                beyond
 * </pre>
 *
 * <p>Yu et al., DAPO, 2025, arXiv:2503.14476.
 *
 * @param limit of tokens
 * @param margin below the limit where the penalty begins, 1 to limit
 * @param factor largest penalty, above 0
 */
public record OverlongPenalty(int limit, int margin, double factor) {

  public OverlongPenalty {
    Expect.that(limit >= 1, "limit of tokens", limit, "1 or more");
    Expect.that(
        margin >= 1 && margin <= limit, "margin of tokens", margin, "1 to the limit, " + limit);
    Expect.positive(factor, "overlong factor");
  }

  /** Factor 1. */
  public static OverlongPenalty of(int limit, int margin) {
    return new OverlongPenalty(limit, margin, 1);
  }

  /** 0 to -factor. */
  public double of(int tokens) {
    if (tokens <= limit - margin) {
      return 0;
    }
    return tokens > limit ? -factor : factor * (limit - margin - tokens) / margin;
  }
}
