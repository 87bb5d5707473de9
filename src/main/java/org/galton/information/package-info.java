/**
 * How much variables say about each other: entropy, mutual information, and its partial
 * decomposition (PID) over two sources. Owns everything between a column of values and a figure:
 * discretisation ({@link org.galton.information.Discretization}), tables of counts and of
 * probabilities ({@link org.galton.information.CountTable}, {@link
 * org.galton.information.JointTable}), estimators for discrete and for continuous values, and
 * permutation tests on streams of random numbers that any language can repeat.
 *
 * <p>Bits throughout, except where a name says nats. No figure is NaN or infinite: what has none is
 * refused. Plain Java and Commons Math; may use {@code numerics}.
 */
package org.galton.information;
