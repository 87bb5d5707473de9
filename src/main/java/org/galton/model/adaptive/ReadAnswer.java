package org.galton.model.adaptive;

import java.util.Optional;
import org.galton.search.SearchEnd;

/**
 * What a task makes of a completion.
 *
 * @param answer in canonical form, equal for equal answers; empty for a missing one
 * @param kind what the completion is as a rollout
 */
public record ReadAnswer(Optional<String> answer, SearchEnd.Kind kind) {}
