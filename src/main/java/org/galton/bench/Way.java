package org.galton.bench;

import org.galton.model.llama.decoding.PromptCache;

/** How the rollouts of one prompt are drawn. */
public enum Way {
  /** A batch of one: each rollout begins when the one before has ended. */
  ONE_AT_A_TIME("one at a time", PromptCache.SHARED),
  /** A batch in which every rollout has its own copy of the prompt's keys and values. */
  COPIED("prompt copied", PromptCache.COPIED),
  /** A batch whose rollouts read the prompt's keys and values together. */
  SHARED("prompt shared", PromptCache.SHARED);

  private final String words;
  private final PromptCache promptCache;

  Way(String words, PromptCache promptCache) {
    this.words = words;
    this.promptCache = promptCache;
  }

  PromptCache promptCache() {
    return promptCache;
  }

  @Override
  public String toString() {
    return words;
  }
}
