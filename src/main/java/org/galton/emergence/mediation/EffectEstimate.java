package org.galton.emergence.mediation;

import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.statistics.Interval;

/**
 * An effect on the probability of success.
 *
 * @param value -1 to 1
 * @param interval percentiles of the bootstrap
 * @param pValue two-sided, from the share of resamples on the other side of 0; never 0
 */
public record EffectEstimate(
    MediationEffect effect, double value, Optional<Interval> interval, OptionalDouble pValue) {}
