package org.galton.job.summary;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The scores of one file, found by their rollouts. Rows of a prompt stand together in both files,
 * so that mostly no prompt is looked up.
 */
final class FileVerdicts {
  private final Map<String, Map<Integer, PromptTally.Score>> scores = new HashMap<>();
  private String prompt = "";
  private Map<Integer, PromptTally.Score> ofPrompt = Map.of();

  /**
   * @param twice makes what is thrown where the rollout has a score already
   */
  void add(PromptTally.Score score, IntFunction<? extends RuntimeException> twice) {
    if (!score.promptId().equals(prompt) || scores.isEmpty()) {
      prompt = score.promptId();
      ofPrompt = scores.computeIfAbsent(prompt, added -> new HashMap<>());
    }
    if (ofPrompt.put(score.rolloutIndex(), score) != null) {
      throw twice.apply(score.rolloutIndex());
    }
  }

  /** Null where the rollout has no score. */
  PromptTally.Score of(PromptTally.Rollout rollout) {
    if (!rollout.promptId().equals(prompt)) {
      prompt = rollout.promptId();
      ofPrompt = scores.getOrDefault(prompt, Map.of());
    }
    return ofPrompt.get(rollout.rolloutIndex());
  }
}
