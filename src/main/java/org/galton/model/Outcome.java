package org.galton.model;

/** What became of a request: a completion, or the reason why there is none. */
public sealed interface Outcome permits Completion, GenerationFailure {
  Request request();
}
