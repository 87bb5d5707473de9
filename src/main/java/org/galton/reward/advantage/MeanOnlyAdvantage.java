package org.galton.reward.advantage;

/**
 * Dr. GRPO: in units of the reward.
 *
 * <pre>  A_i = r_i - mean</pre>
 *
 * <p>Liu et al., Understanding R1-Zero-like Training, 2025, arXiv:2503.20783.
 */
public record MeanOnlyAdvantage() implements StepAdvantage {

  @Override
  public String name() {
    return "mean_only";
  }

  @Override
  public boolean keepsFactors() {
    return true;
  }

  @Override
  public double[][] of(double[][] rewardsByPrompt) {
    return Centered.of(rewardsByPrompt).deviations();
  }

  @Override
  public double[] ofSteps(double[] values, double[] ends) {
    return Centered.steps(values, ends, 1);
  }
}
