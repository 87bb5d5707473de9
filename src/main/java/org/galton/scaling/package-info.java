/**
 * Scaling laws of reinforcement learning: the sigmoid of reward against training compute, what its
 * asymptote may be trusted for, and when it must not be read at all. Owns everything between
 * measured pairs of compute and reward ({@link org.galton.scaling.Measurement}) and a fitted or
 * refused curve ({@link org.galton.scaling.ScalingFit}).
 *
 * <p>Results do not depend on the order of the input. NaN never leaves: what does not exist is an
 * empty optional or a refusal with its reason. Natural logarithms. Plain Java and Commons Math; may
 * use {@code numerics}.
 */
package org.galton.scaling;
