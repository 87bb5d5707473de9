package org.galton.environment.team;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of a team, in the order in which they take their turns. */
public enum Role {
  /** Names the next sub-goal, the tool that serves it, and what its user has to know. */
  PLANNER,
  /** Makes a tool's argument of that. */
  EXECUTOR,
  /** Answers; no model. */
  TOOL,
  /** Says whether the memory is enough to answer the question. */
  VERIFIER,
  /** Writes the answer. */
  GENERATOR;

  /** Those that a model plays. */
  public static final List<Role> PLAYED = List.of(PLANNER, EXECUTOR, VERIFIER, GENERATOR);

  /** As specs and tables call it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String key) {
    return Stream.of(values()).filter(role -> role.key().equals(key)).findFirst();
  }
}
