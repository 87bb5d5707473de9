package org.galton.task;

import java.util.List;
import java.util.Optional;
import org.galton.game.walk.Step;
import org.galton.game.walk.WalkRules;

/**
 * Walks of one agent from state to state: a prompt is where a walk starts, a completion the walk's
 * transcript.
 */
public interface Walk extends Environment {
  WalkRules walkRules();

  /** The state that an answer of a step names; empty where it names none. */
  Optional<String> state(String answer);

  /** What is asked at a state. */
  String question(String state);

  /** The steps of a walk in order; empty where the completion is no transcript of a whole one. */
  Optional<List<Step>> steps(Prompt prompt, String completion);
}
