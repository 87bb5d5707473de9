package org.galton.environment;

import org.galton.numerics.SplitMix64;

/** A rule that acts. */
@FunctionalInterface
public interface Policy {
  /**
   * The next action.
   *
   * @param marks all that the agent knows, see {@link World#marks}
   * @param chance for what the rule leaves to chance
   */
  String action(String marks, SplitMix64 chance);

  /** The random numbers of a turn, a function of the episode's seed and the turn alone. */
  static SplitMix64 chance(long seed, int turn) {
    return new SplitMix64(SplitMix64.mix(seed ^ SplitMix64.at(turn, 0)));
  }
}
