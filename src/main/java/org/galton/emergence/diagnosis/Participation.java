package org.galton.emergence.diagnosis;

import org.galton.information.PidMeasure;

/**
 * How much of the group's synergy an agent has part in.
 *
 * @param synergy mean over its pairs of the pair's synergy less the median of its surrogates
 */
public record Participation(String agent, PidMeasure measure, double synergy) {}
