/**
 * Statistics of repeated rollouts. This package owns what all of its parts share: the counts of one
 * prompt ({@link org.galton.statistics.Tally}, {@link org.galton.statistics.Ballot}), a figure with
 * its error ({@link org.galton.statistics.Estimate}), and what makes one from the other ({@link
 * org.galton.statistics.PromptMetric}).
 *
 * <p>The prompt (or a cluster of prompts) is the unit of every error bar. Results are bit for bit
 * independent of the order of the input. NaN never leaves: a value that does not exist is an empty
 * optional. Natural logarithms throughout. Plain Java and Commons Math; may use {@code numerics}.
 */
package org.galton.statistics;
