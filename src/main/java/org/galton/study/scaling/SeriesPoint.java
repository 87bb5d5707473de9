package org.galton.study.scaling;

import java.io.Serializable;
import java.util.OptionalDouble;
import org.galton.scaling.Measurement;

/**
 * A measured point of a series.
 *
 * @param compute NaN where it is missing
 * @param reward NaN where it is missing
 * @param rollouts prompts times generations; null where not known
 * @param noise standard error with the prompts held fixed; null where not known
 * @param standardError with the prompt as unit; null where not known
 */
record SeriesPoint(
    double compute, double reward, Double rollouts, Double noise, Double standardError)
    implements Serializable {

  Measurement measurement() {
    return new Measurement(compute, reward, known(rollouts), known(noise));
  }

  private static OptionalDouble known(Double value) {
    return value != null && Double.isFinite(value) && value >= 0
        ? OptionalDouble.of(value)
        : OptionalDouble.empty();
  }
}
