package org.galton.environment;

/** A game between two actions. Immutable. */
public interface World {
  /** What the agent sees, in English or as a board of lines. */
  String text();

  /**
   * All that the agent can know, in one short line of printable ASCII without {@code =} and {@code
   * ;}: earlier turns add nothing to it.
   */
  String marks();

  /**
   * What an action does.
   *
   * @param action of at most {@link Environment#longestAnswer} characters, or a call of at most
   *     {@link Tool#longestCall}, from anyone
   */
  Effect after(String action);

  /** Reward of a step that led here and reached the limit of turns, in [0, 1]. */
  default double rewardAtLimit() {
    return 0;
  }
}
