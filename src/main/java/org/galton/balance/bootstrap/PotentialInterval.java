package org.galton.balance.bootstrap;

import java.util.Optional;
import org.galton.statistics.Interval;

/**
 * The potential of a state with its error.
 *
 * @param estimate from the counts themselves
 * @param interval percentiles over replicates; absent where support is too small
 * @param support share of replicates in which the state stayed in the largest component
 */
public record PotentialInterval(double estimate, Optional<Interval> interval, double support) {}
