package org.galton.model.llama.decoding;

import java.util.function.Consumer;

/**
 * What is told of each token of a job, in the thread that draws it.
 *
 * @param alternatives how many of the likeliest tokens are told beside the one drawn
 */
record TokenWatch(int alternatives, Consumer<DrawnToken> told) {
  /** Nothing is told. */
  static final TokenWatch NONE = new TokenWatch(0, token -> {});

  boolean isNone() {
    return equals(NONE);
  }
}
