package org.galton.emergence;

import java.io.Serializable;

/**
 * What one agent did in one round.
 *
 * @param value a NaN or an infinity rejects the whole round
 */
public record Observation(int round, String agent, double value) implements Serializable {}
