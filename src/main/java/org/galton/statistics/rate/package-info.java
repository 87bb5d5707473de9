/**
 * Success rates of repeated rollouts at k: pass@k and its family, mean@k, best-of-k, BayesAtN, the
 * beta-binomial extrapolation, truncation. Owns how counts of one prompt become a figure.
 */
package org.galton.statistics.rate;
