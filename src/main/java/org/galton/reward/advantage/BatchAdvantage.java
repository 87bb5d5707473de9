package org.galton.reward.advantage;

/**
 * ScaleRL: in units of the standard deviation of the whole batch.
 *
 * <pre>
 *  a_i = r_i - mean of its prompt        A_i = a_i / std a
 * </pre>
 *
 * <p>The standard deviation divides by n and is taken over the rollouts of prompts that teach,
 * without an epsilon. Where rewards lie so close that it is 0, so is every advantage.
 *
 * <p>Khatri et al., The Art of Scaling Reinforcement Learning Compute for LLMs, 2025,
 * arXiv:2510.13786.
 */
public record BatchAdvantage() implements Advantage {

  @Override
  public String name() {
    return "batch";
  }

  @Override
  public boolean keepsFactors() {
    return true;
  }

  @Override
  public double[][] of(double[][] rewardsByPrompt) {
    Centered centered = Centered.of(rewardsByPrompt);
    double spread = Centered.rootMeanSquare(centered.taught());
    return centered.map(value -> Centered.inUnitsOf(spread, value));
  }
}
