package org.galton.reinforce.row;

import java.util.OptionalDouble;

/** What the rollouts of a prompt can do together, as columns. */
public record MeasuredGroup(OptionalDouble passAtRollouts, OptionalDouble majorityAtRollouts) {}
