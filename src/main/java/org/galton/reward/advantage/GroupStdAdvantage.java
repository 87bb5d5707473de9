package org.galton.reward.advantage;

import java.util.Arrays;
import org.galton.numerics.Expect;
import org.galton.reward.GroupState;
import org.galton.statistics.Moments;

/**
 * GRPO: in units of the prompt's own standard deviation.
 *
 * <pre>  A_i = (r_i - mean) / (std + epsilon)</pre>
 *
 * <p>A factor on all rewards of a prompt cancels. Rare successes weigh most: with epsilon 1e-6, 1
 * right of 16 gets 3.75 and the others -0.25.
 *
 * <p>Shao et al., DeepSeekMath, 2024, arXiv:2402.03300.
 *
 * @param deviation of the standard deviation
 * @param epsilon added to it, 0 or more
 */
public record GroupStdAdvantage(Deviation deviation, double epsilon) implements StepAdvantage {

  public GroupStdAdvantage {
    Expect.that(
        epsilon >= 0 && Double.isFinite(epsilon), "epsilon", epsilon, "a finite number from 0");
  }

  /** Of the sample, epsilon 1e-6: verl's. */
  public static GroupStdAdvantage withDefaults() {
    return new GroupStdAdvantage(Deviation.SAMPLE, 1e-6);
  }

  public GroupStdAdvantage with(Deviation option) {
    return new GroupStdAdvantage(option, epsilon);
  }

  public GroupStdAdvantage withEpsilon(double option) {
    return new GroupStdAdvantage(deviation, option);
  }

  @Override
  public String name() {
    return "grpo";
  }

  @Override
  public boolean keepsFactors() {
    return false;
  }

  @Override
  public double[][] of(double[][] rewardsByPrompt) {
    Centered centered = Centered.of(rewardsByPrompt);
    double[][] advantages = centered.deviations();
    for (int i = 0; i < advantages.length; i++) {
      if (centered.states()[i].teaches()) {
        advantages[i] = scaled(advantages[i]);
      }
    }
    return advantages;
  }

  @Override
  public double[] ofSteps(double[] values, double[] ends) {
    return Centered.steps(
        values, ends, GroupState.of(ends).teaches() ? divisor(Moments.deviations(ends)) : 1);
  }

  private double[] scaled(double[] deviations) {
    double divisor = divisor(deviations);
    return Arrays.stream(deviations).map(value -> Centered.inUnitsOf(divisor, value)).toArray();
  }

  private double divisor(double[] deviations) {
    double squares = Moments.product(deviations, deviations);
    return Math.sqrt(squares / deviation.divisor(deviations.length)) + epsilon;
  }
}
