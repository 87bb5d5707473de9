package org.galton.reward.filter;

import org.galton.numerics.Expect;

/**
 * DAPO's dynamic sampling: keeps a prompt where 0 &lt; right &lt; n, and draws more prompts until
 * the batch is full.
 *
 * <p>Looks at verdicts, not at rewards: rewards of a model or of lengths may differ in a prompt
 * that is all wrong. Rollouts of dropped prompts are paid for; count them.
 *
 * <p>Yu et al., DAPO, 2025, arXiv:2503.14476.
 *
 * @param rounds of drawing at most, the first one included: 1 or more
 */
public record DynamicSampling(int rounds) implements GroupFilter {

  public DynamicSampling {
    Expect.that(rounds >= 1, "rounds of dynamic sampling", rounds, "1 or more");
  }

  /** Ten rounds. */
  public static DynamicSampling withDefaults() {
    return new DynamicSampling(10);
  }

  @Override
  public String name() {
    return "dynamic";
  }

  @Override
  public boolean keeps(RewardedPrompt prompt) {
    return prompt.tally().correct() > 0 && prompt.tally().wrong() > 0;
  }

  /**
   * Prompts to draw in the next round, so that as many more as are missing can be expected to stay
   * at the rate seen so far; 0 when the batch is full or the last round is over. Where none stayed,
   * the wanted number once more.
   *
   * @param wanted prompts of a full batch
   * @param kept that stayed so far
   * @param drawn so far, dropped ones included
   * @param round that is over, from 1
   */
  public int next(int wanted, int kept, int drawn, int round) {
    Expect.that(wanted >= 1, "wanted prompts", wanted, "1 or more");
    Expect.that(drawn >= 0, "drawn prompts", drawn, "0 or more");
    Expect.that(kept >= 0 && kept <= drawn, "kept prompts", kept, "0 to those drawn, " + drawn);
    Expect.that(round >= 1, "round", round, "1 or more");
    if (kept >= wanted || round >= rounds) {
      return 0;
    }
    if (kept == 0) {
      return wanted;
    }
    double expected = Math.ceil((double) (wanted - kept) * drawn / kept);
    // A round never asks for more than the whole batch again: a low rate seen by chance is costly.
    return (int) Math.min(expected, wanted);
  }
}
