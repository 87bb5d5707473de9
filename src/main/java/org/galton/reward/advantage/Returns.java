package org.galton.reward.advantage;

import org.galton.numerics.Expect;

/**
 * What an agent gets from each turn of an episode on.
 *
 * <pre>  G_t = r_t + discount G_(t+1)</pre>
 *
 * <p>With a discount below 1 an episode that reaches its goal in fewer turns is worth more.
 *
 * @param discount above 0, at most 1
 */
public record Returns(double discount) {

  public Returns {
    Expect.that(
        discount > 0 && discount <= 1, "discount", discount, "a number above 0 and at most 1");
  }

  /**
   * One return a turn.
   *
   * @param rewards of an episode's turns, each finite
   * @throws IllegalArgumentException when one is not
   */
  public double[] of(double[] rewards) {
    Expect.finite(rewards, "reward of a turn");
    double[] returns = new double[rewards.length];
    double after = 0;
    for (int turn = rewards.length - 1; turn >= 0; turn--) {
      after = rewards[turn] + discount * after;
      returns[turn] = after;
    }
    return returns;
  }
}
