/**
 * Statistics of repeated rollouts: pass@k and its family, votes, error bars. Plain Java and Commons
 * Math on counts; a prompt is the unit of every error bar.
 */
package org.galton.statistics;
