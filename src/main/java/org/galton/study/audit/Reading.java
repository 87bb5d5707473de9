package org.galton.study.audit;

import java.io.Serializable;
import java.util.Optional;

/**
 * What one trial found.
 *
 * @param unit number of its unit
 * @param prompt number among the unit's prompts
 * @param text drawn; null where nothing was
 * @param failure null where it did not fail
 * @param scores by layer, the candidates' scores; empty where a text was drawn
 */
record Reading(int unit, int prompt, int rollout, String text, String failure, double[][] scores)
    implements Serializable {

  Optional<String> drawn() {
    return Optional.ofNullable(text);
  }

  boolean failed() {
    return failure != null;
  }
}
