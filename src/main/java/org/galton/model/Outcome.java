package org.galton.model;

import java.io.Serializable;

/** What became of a request: a completion, or the reason why there is none. */
public sealed interface Outcome extends Serializable permits Completion, GenerationFailure {
  Request request();
}
