package org.galton.reward.signal;

import org.galton.numerics.Expect;

/**
 * A number for each outcome.
 *
 * <pre>
 *                    right   abstained   wrong
 *  verdict             1         0         0
 *  verdict_signed      1        -1        -1
 *  ternary             1         0        -1      TruthRL
 *  ternary_unknown     1         1        -1      TruthRL, for prompts outside the model's knowledge
 * </pre>
 *
 * <p>In a group of abstentions and errors the ternary reward tells them apart, a verdict does not.
 *
 * <p>TruthRL: Incentivizing Truthful LLMs via Reinforcement Learning, 2025, arXiv:2509.25760.
 *
 * @param name as specs call it
 * @param right above the reward of a wrong answer
 * @param abstained from that of a wrong answer to that of a right one
 * @param wrong finite
 */
public record OutcomeReward(String name, double right, double abstained, double wrong)
    implements RolloutReward {

  public OutcomeReward {
    Expect.that(Double.isFinite(wrong), "reward of a wrong answer", wrong, "a finite number");
    Expect.that(
        right > wrong && Double.isFinite(right),
        "reward of a right answer",
        right,
        "a finite number above that of a wrong one, " + wrong);
    Expect.that(
        abstained >= wrong && abstained <= right,
        "reward of an abstention",
        abstained,
        "%s to %s, the rewards of a wrong and of a right answer".formatted(wrong, right));
  }

  /** 1 for a right answer, else 0. */
  public static OutcomeReward verdict() {
    return new OutcomeReward("verdict", 1, 0, 0);
  }

  /** +1 for a right answer, else -1. */
  public static OutcomeReward signedVerdict() {
    return new OutcomeReward("verdict_signed", 1, -1, -1);
  }

  /** TruthRL: +1, 0 for an abstention, -1. */
  public static OutcomeReward ternary() {
    return new OutcomeReward("ternary", 1, 0, -1);
  }

  /**
   * TruthRL's knowledge-enhanced reward of a prompt that the model never solves (in 256 samples):
   * to abstain is right. Other prompts have the ternary reward.
   */
  public static OutcomeReward ternaryUnknown() {
    return new OutcomeReward("ternary_unknown", 1, 1, -1);
  }

  @Override
  public double lowest() {
    return wrong;
  }

  @Override
  public double highest() {
    return right;
  }

  @Override
  public double of(JudgedRollout rollout) {
    return switch (rollout.answered()) {
      case RIGHT -> right;
      case ABSTAINED -> abstained;
      case WRONG -> wrong;
    };
  }
}
