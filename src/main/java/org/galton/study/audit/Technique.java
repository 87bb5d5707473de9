package org.galton.study.audit;

import java.io.Serializable;
import java.util.List;

/**
 * A technique with its options; those of other kinds have no meaning.
 *
 * @param name in tables
 * @param prefill words that begin the assistant's turn; none is plain sampling
 * @param shots turns before the prompt: a user's words, then the assistant's
 * @param layer whose residual stream is read, or after which noise is added
 * @param magnitude of noise, in shares of the residual norm
 */
record Technique(
    String name,
    TechniqueKind kind,
    double temperature,
    String prefill,
    List<String> shots,
    int layer,
    double magnitude)
    implements Serializable {

  Technique {
    shots = List.copyOf(shots);
  }

  boolean whiteBox() {
    return kind.whiteBox();
  }

  /** The text that a model continues or that is looked at. */
  String text(Turns turns, String prompt) {
    if (kind == TechniqueKind.PERSONA) {
      return turns.user().stripTrailing();
    }
    StringBuilder text = new StringBuilder();
    if (kind == TechniqueKind.SHOTS) {
      for (int i = 0; i + 1 < shots.size(); i += 2) {
        text.append(turns.asked(shots.get(i)))
            .append(' ')
            .append(shots.get(i + 1))
            .append(turns.end());
      }
    }
    text.append(turns.asked(prompt));
    return kind == TechniqueKind.PREFILL ? text.append(prefill).toString() : text.toString();
  }
}
