package org.galton.emergence;

import org.galton.statistics.Interval;
import org.galton.statistics.Standardization;

/**
 * What success is regressed on.
 *
 * @param scale on which its coefficient is
 * @param range from its smallest to its largest value
 */
public record Predictor(Standardization scale, Interval range) {

  /** At this place of so many evenly spaced ones, the ends of the range included. */
  double at(int place, int places) {
    return range.low() + (range.high() - range.low()) * place / (places - 1);
  }
}
