package org.galton.emergence.differentiation;

/**
 * How one agent differs from its group.
 *
 * @param level its mean less the group's mean
 * @param slope its slope against the rounds less the group's slope, per round
 */
public record AgentTrend(double level, double slope) {}
