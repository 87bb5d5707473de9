package org.galton.task;

import java.util.List;
import java.util.Optional;
import org.galton.game.Position;
import org.galton.game.Trajectory;

/**
 * A task whose rollouts take several turns: a prompt is a whole game, a completion the game's
 * transcript, and what a model is asked at each turn follows from its earlier answers.
 */
public interface Environment extends Task {
  /** The position from which a rollout of this prompt starts. */
  Position start(Prompt prompt);

  /** Most answers that a rollout takes. */
  int mostTurns();

  /** Strings that end an answer and are cut from it, beside those that a sampling names. */
  List<String> answerEnds();

  /** What the players of a game contributed; empty where the completion is no transcript of it. */
  Optional<Trajectory> trajectory(Prompt prompt, String completion);
}
