package org.galton.study.reliability;

import java.io.Serializable;
import java.util.List;
import org.galton.reliability.Abstention;
import org.galton.reliability.Severity;

/**
 * A rollout.
 *
 * @param success null where it is excluded
 * @param perturbed whether its problem was put in other words, or its tools made to fail
 * @param actions null where not known, like all that follows
 * @param confidence that it succeeds, in [0, 1]
 */
record Trial(
    Boolean success,
    boolean perturbed,
    List<String> actions,
    Double confidence,
    Double dollars,
    Double seconds,
    Double calls,
    Double tokens,
    Severity severity,
    Said said)
    implements Serializable {

  /**
   * What its text was read for.
   *
   * @param abstention null where it answers
   */
  record Said(Abstention abstention) implements Serializable {
    static Said of(String text) {
      return new Said(Abstention.in(text).orElse(null));
    }
  }

  /** A rollout that counts in no figure. */
  static Trial excluded() {
    return new Trial(null, false, null, null, null, null, null, null, null, null);
  }
}
