/**
 * Whether groups of agents are more than their members: trajectories in, the tables {@code
 * emergence_*} and an immutable result out. What is computed is {@link org.galton.emergence}'s;
 * here are reading, the spreading of surrogates over tasks, and writing.
 */
package org.galton.job.emergence;
