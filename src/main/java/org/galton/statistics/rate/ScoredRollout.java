package org.galton.statistics.rate;

import java.util.OptionalDouble;
import org.galton.numerics.Expect;

/**
 * A rollout with the score that a scorer gave it.
 *
 * @param score absent when the scorer gave none; never NaN or infinite
 * @param correct whether it was right
 */
public record ScoredRollout(OptionalDouble score, boolean correct) {

  public ScoredRollout {
    double found = score.orElse(0);
    Expect.that(Double.isFinite(found), "score", found, "a finite number (or none)");
  }
}
