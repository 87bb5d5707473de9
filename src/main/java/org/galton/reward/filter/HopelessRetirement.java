package org.galton.reward.filter;

import org.galton.numerics.Expect;

/**
 * Draws a prompt no more after so many failures without one success: otherwise prompts that cannot
 * be solved absorb what a budget has left over, for ever. Log what it retires: 512 failures leave
 * p = 0.006 possible at 95 %.
 *
 * @param failures 1 or more
 */
public record HopelessRetirement(int failures) implements PromptRetirement {

  public HopelessRetirement {
    Expect.that(failures >= 1, "failures of retirement", failures, "1 or more");
  }

  /** 512. */
  public static HopelessRetirement withDefaults() {
    return new HopelessRetirement(512);
  }

  @Override
  public String name() {
    return "hopeless";
  }

  @Override
  public boolean retires(long rollouts, long correct) {
    Expect.that(
        correct >= 0 && correct <= rollouts,
        "correct",
        correct,
        "0 to rollouts (" + rollouts + ")");
    return correct == 0 && rollouts >= failures;
  }
}
