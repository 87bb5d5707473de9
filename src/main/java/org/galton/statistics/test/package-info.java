/**
 * Hypothesis tests: paired comparison, Wilcoxon's signed ranks, label permutation, combined
 * p-values, corrections for many tests, and the sample size that a test needs.
 */
package org.galton.statistics.test;
