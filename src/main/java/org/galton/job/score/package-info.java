/** Judges stored rollouts. */
package org.galton.job.score;
