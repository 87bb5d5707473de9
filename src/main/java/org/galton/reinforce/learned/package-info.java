/**
 * A small reward model that is learned from the stored rollouts of an earlier run: what it looks
 * at, how it is fitted, how it is kept. Knows nothing of steps and specs.
 */
package org.galton.reinforce.learned;
