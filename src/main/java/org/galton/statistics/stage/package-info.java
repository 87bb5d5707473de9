/**
 * Figures of rollouts that were drawn in two stages, where the size of the second looked at what
 * the first found.
 */
package org.galton.statistics.stage;
