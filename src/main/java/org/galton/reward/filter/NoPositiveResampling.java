package org.galton.reward.filter;

import org.galton.numerics.Expect;

/**
 * ScaleRL: a prompt whose pass rate has reached a share is never drawn again.
 *
 * <pre>  right / rollouts &gt;= share, over at least so many rollouts</pre>
 *
 * <p>Khatri et al., The Art of Scaling Reinforcement Learning Compute for LLMs, 2025,
 * arXiv:2510.13786. The least number of rollouts is ours: one right rollout of one says little.
 *
 * @param share above 0, up to 1
 * @param least rollouts, 1 or more
 */
public record NoPositiveResampling(double share, int least) implements PromptRetirement {

  public NoPositiveResampling {
    Expect.that(share > 0 && share <= 1, "pass rate of retirement", share, "above 0, up to 1");
    Expect.that(least >= 1, "least rollouts of retirement", least, "1 or more");
  }

  /** From 0.9, over 8 rollouts or more. */
  public static NoPositiveResampling withDefaults() {
    return new NoPositiveResampling(0.9, 8);
  }

  @Override
  public String name() {
    return "no_positive_resampling";
  }

  @Override
  public boolean retires(long rollouts, long correct) {
    Expect.that(
        correct >= 0 && correct <= rollouts,
        "correct",
        correct,
        "0 to rollouts (" + rollouts + ")");
    return rollouts >= least && (double) correct / rollouts >= share;
  }
}
