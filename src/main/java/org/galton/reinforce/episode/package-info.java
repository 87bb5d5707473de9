/**
 * Episodes of environments as rollouts that are learned from: played by a policy, with the tokens,
 * the reward and the return of every turn. Knows nothing of steps.
 */
package org.galton.reinforce.episode;
