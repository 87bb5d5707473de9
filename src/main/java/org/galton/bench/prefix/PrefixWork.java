package org.galton.bench.prefix;

/**
 * What is drawn with and without prefixes that are kept.
 *
 * @param episodes side by side
 * @param turns of an episode
 * @param questions that begin with the same shots
 * @param shotTokens tokens of the shots
 * @param rollouts of each question
 * @param newTokens of an answer
 * @param slots of the decode loop
 * @param rounds that count, after a short one that does not
 */
public record PrefixWork(
    int episodes,
    int turns,
    int questions,
    int shotTokens,
    int rollouts,
    int newTokens,
    int slots,
    int rounds) {
  public PrefixWork {
    require(episodes, "episodes");
    require(turns, "turns");
    require(questions, "questions");
    require(shotTokens, "shot-tokens");
    require(rollouts, "rollouts");
    require(newTokens, "new-tokens");
    require(slots, "slots");
    require(rounds, "repeat");
  }

  private static void require(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException("Invalid " + name + " " + value + ": expected 1 or more");
    }
  }

  /** A little of each: enough to warm up. */
  PrefixWork few() {
    return new PrefixWork(
        1, Math.min(2, turns), 2, shotTokens, 1, Math.min(4, newTokens), slots, 1);
  }
}
