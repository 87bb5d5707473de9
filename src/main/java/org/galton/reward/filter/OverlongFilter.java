package org.galton.reward.filter;

import org.galton.numerics.Expect;

/**
 * DAPO's overlong filter: rollouts that were cut off are left out of the loss. They stay in the
 * statistics, and in the mean that the advantages of their prompt are taken from.
 *
 * <p>Yu et al., DAPO, 2025, arXiv:2503.14476.
 */
public record OverlongFilter() {

  /** As specs and options call it. */
  public String name() {
    return "overlong";
  }

  /**
   * Tokens that each rollout is learned from, for {@link org.galton.reward.loss.Aggregate#weights}.
   *
   * @param tokens of each rollout
   * @param truncated whether it was cut off
   */
  public int[] learned(int[] tokens, boolean[] truncated) {
    Expect.that(
        tokens.length == truncated.length,
        "number of rollouts",
        truncated.length,
        "as many as of tokens, " + tokens.length);
    int[] learned = tokens.clone();
    for (int i = 0; i < learned.length; i++) {
      learned[i] = truncated[i] ? 0 : learned[i];
    }
    return learned;
  }
}
