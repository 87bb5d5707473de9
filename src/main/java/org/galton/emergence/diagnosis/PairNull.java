package org.galton.emergence.diagnosis;

import org.galton.information.PidMeasure;

/**
 * One pair's synergy beside surrogates.
 *
 * @param median of this pair's synergy over replicates
 * @param exceedances replicates whose largest synergy of all pairs reaches that of this pair: p =
 *     (1 + exceedances) / (1 + B) holds for all pairs of the group together
 */
public record PairNull(
    String first, String second, PidMeasure measure, double median, int exceedances) {}
