/**
 * Draws rollouts: which are missing, shards of them on executors, their files, and models that die.
 */
package org.galton.job.draw;
