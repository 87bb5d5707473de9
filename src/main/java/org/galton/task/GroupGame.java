package org.galton.task;

import java.util.Optional;
import org.galton.game.Trajectory;

/** Games that a group plays: a prompt is a whole game, a completion the game's transcript. */
public interface GroupGame extends Environment {
  /** What the players of a game contributed; empty where the completion is no transcript of it. */
  Optional<Trajectory> trajectory(Prompt prompt, String completion);
}
