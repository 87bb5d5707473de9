package org.galton.environment;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A turn of an episode that was played.
 *
 * @param answer as the agent gave it, but for what {@link Answer} does not read
 * @param action that was read from it; empty where there is none
 * @param state that it led to
 * @param tokens of the answer, where they are known
 */
public record PlayedTurn(String answer, Optional<String> action, State state, OptionalInt tokens) {}
