package org.galton.game.walk;

import java.util.Optional;

/** How states are put to an agent and read from what it says. */
public interface StateText {
  /** What the agent is asked at a state. */
  String question(String state);

  /** The state that an answer names; empty where it names none. Any text may come. */
  Optional<String> state(String answer);
}
