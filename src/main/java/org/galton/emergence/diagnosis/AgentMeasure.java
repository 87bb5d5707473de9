package org.galton.emergence.diagnosis;

/**
 * One agent.
 *
 * @param level mean value
 * @param slope of the least-squares line over rounds, per round; 0 for a single round
 * @param predictability I(X;X')
 * @param letters bins that the series uses; 1 for a constant one
 */
public record AgentMeasure(
    String agent, double level, double slope, double predictability, int letters) {}
