/**
 * Whether the intervals of {@link org.galton.statistics} hold what they promise: benchmarks whose
 * true value has a closed form are drawn thousands of times, and each study prints how often the
 * interval held the truth, next to the rival that an unwary evaluator would have used. Slow, hence
 * run by the Maven profile {@code coverage} alone.
 */
package org.galton.statistics.coverage;
