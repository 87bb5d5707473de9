/**
 * Statistics of repeated rollouts: pass@k and its family, votes, best-of-k, error bars,
 * extrapolation, mass balance, entropy. Owns everything between the counts of one prompt ({@link
 * org.galton.statistics.Tally}, {@link org.galton.statistics.Ballot}) and a figure with its error
 * ({@link org.galton.statistics.Estimate}).
 *
 * <p>The prompt (or a cluster of prompts) is the unit of every error bar. Results are bit for bit
 * independent of the order of the input. NaN never leaves: a value that does not exist is an empty
 * optional. Natural logarithms throughout. Plain Java and Commons Math; may use {@code numerics}.
 */
package org.galton.statistics;
