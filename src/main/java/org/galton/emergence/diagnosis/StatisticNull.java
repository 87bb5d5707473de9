package org.galton.emergence.diagnosis;

import org.galton.emergence.Statistic;
import org.galton.information.NullComparison;

/**
 * One statistic beside its values on surrogates.
 *
 * @param exceedances surrogates at or above the observed value; p = (1 + exceedances) / (1 + B)
 */
public record StatisticNull(Statistic statistic, int exceedances, NullComparison comparison) {}
