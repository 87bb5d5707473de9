package org.galton.task;

import java.util.List;
import java.util.Map;
import org.galton.game.Position;

/**
 * A task whose rollouts take several turns: a completion is the transcript of all of them, and what
 * a model is asked at each turn follows from its earlier answers.
 */
public interface Environment extends Task {
  /**
   * The position from which a rollout of this prompt starts.
   *
   * @param seed of the rollout: fixes whatever is left to chance but the model's answers
   */
  Position start(Prompt prompt, long seed);

  /** Most answers that a rollout takes. */
  int mostTurns();

  /**
   * Models that take roles of the positions beside the one that is sampled, by role, as specs name
   * them.
   */
  default Map<String, String> partners() {
    return Map.of();
  }

  /** Strings that end an answer and are cut from it, beside those that a sampling names. */
  List<String> answerEnds();
}
