package org.galton.emergence.performance;

import org.galton.statistics.Interval;
import org.galton.statistics.regression.Standardization;

/**
 * What success is regressed on.
 *
 * @param scale on which its coefficient is
 * @param range from its smallest to its largest value
 */
public record Predictor(Standardization scale, Interval range) {}
