package org.galton.reward.signal;

import org.galton.numerics.Expect;

/**
 * GRPO-TCR's reward of rollouts that call tools n times.
 *
 * <pre>
 *  right                1 + bonus n
 *  wrong, abstained     min( wrongAtMost, -1 + effort n )
 * </pre>
 *
 * <p>A wrong answer is the less bad the more tools it tried, up to a bound. The paper prints the
 * second line without its bound; its program gives right answers no bonus.
 *
 * <p>Yu et al., Demystifying Reinforcement Learning in Agentic Reasoning, 2025, arXiv:2510.11701.
 *
 * @param bonus of a right answer for each call, 0 or more
 * @param effort of a wrong answer for each call, 0 or more
 * @param wrongAtMost -1 to below 1
 */
public record ToolReward(double bonus, double effort, double wrongAtMost) implements RolloutReward {

  public ToolReward {
    Expect.that(bonus >= 0 && Double.isFinite(bonus), "bonus", bonus, "a finite number from 0");
    Expect.that(effort >= 0 && Double.isFinite(effort), "effort", effort, "a finite number from 0");
    Expect.that(
        wrongAtMost >= -1 && wrongAtMost < 1,
        "largest reward of a wrong answer",
        wrongAtMost,
        "-1 to below 1, the reward of a right answer");
  }

  /** 0.1 a call on both sides, wrong answers up to -0.6. */
  public static ToolReward withDefaults() {
    return new ToolReward(0.1, 0.1, -0.6);
  }

  /** Right answers get 1, as in the authors' program. */
  public ToolReward withoutBonus() {
    return new ToolReward(0, effort, wrongAtMost);
  }

  @Override
  public String name() {
    return "tools";
  }

  @Override
  public double lowest() {
    return -1;
  }

  /** Right answers without a bonus get 1; each call adds the bonus. */
  @Override
  public double highest() {
    return bonus == 0 ? 1 : Double.POSITIVE_INFINITY;
  }

  @Override
  public double of(JudgedRollout rollout) {
    int calls = rollout.toolCalls();
    return rollout.answered() == Answered.RIGHT
        ? 1 + bonus * calls
        : Math.min(wrongAtMost, -1 + effort * calls);
  }
}
