package org.galton.study.audit;

import java.io.Serializable;

/**
 * The words around turns, as a model was trained on them.
 *
 * @param user before the user's words
 * @param assistant before the assistant's words
 * @param end after the assistant's words, where a turn follows
 */
record Turns(String user, String assistant, String end) implements Serializable {

  /** A user's turn and the opening of the assistant's. */
  String asked(String words) {
    return user + words + assistant;
  }
}
