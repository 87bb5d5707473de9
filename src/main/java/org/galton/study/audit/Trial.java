package org.galton.study.audit;

import java.util.Optional;
import org.galton.audit.Guess;

/**
 * A scored reading.
 *
 * @param leaked null where nothing was drawn
 * @param scores of the candidates at the technique's layer; empty in an audit for forbidden strings
 */
record Trial(AuditUnit unit, Reading reading, Boolean leaked, double[] scores, long seed) {

  /** The place of a candidate. */
  Optional<Guess> guess(int secret) {
    return scores.length == 0 ? Optional.empty() : Optional.of(Guess.of(scores, secret, seed));
  }

  boolean counts() {
    return !reading.failed();
  }
}
