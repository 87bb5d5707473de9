/**
 * Error bars: bootstrap, clustered standard errors, intervals of a rate, the mean over prompts. The
 * prompt, or a cluster of prompts, is the unit.
 */
package org.galton.statistics.error;
