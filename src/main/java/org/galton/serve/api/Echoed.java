package org.galton.serve.api;

import java.util.List;
import java.util.OptionalInt;
import org.galton.model.llama.decoding.DrawnToken;

/**
 * What an answer repeats of its prompt.
 *
 * @param first id of the token that nothing comes before; absent where no log-probabilities are
 *     told
 * @param others the tokens after it
 */
record Echoed(String text, OptionalInt first, List<DrawnToken> others) {
  static final Echoed NONE = text("");

  /** Without log-probabilities. */
  static Echoed text(String text) {
    return new Echoed(text, OptionalInt.empty(), List.of());
  }
}
