package org.galton.bench;

/**
 * What each sampler has to draw.
 *
 * @param prompts of countdown
 * @param rollouts of each prompt
 * @param maxTokens of a completion
 * @param block tokens of a block
 * @param slots of the decode loop
 * @param rounds that count, after a short one that does not
 */
public record SamplerWork(
    int prompts, int rollouts, int maxTokens, int block, int slots, int rounds) {
  public SamplerWork {
    require(prompts, "prompts");
    require(rollouts, "rollouts");
    require(maxTokens, "max-tokens");
    require(block, "block");
    require(slots, "slots");
    require(rounds, "repeat");
    if (block > maxTokens) {
      throw new IllegalArgumentException(
          "Invalid block %d: expected at most max-tokens, %d".formatted(block, maxTokens));
    }
  }

  private static void require(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException("Invalid " + name + " " + value + ": expected 1 or more");
    }
  }

  /** The same with one rollout a prompt and few prompts: enough to warm up, or for a profiler. */
  SamplerWork few() {
    return new SamplerWork(Math.min(4, prompts), 1, maxTokens, block, slots, 1);
  }
}
