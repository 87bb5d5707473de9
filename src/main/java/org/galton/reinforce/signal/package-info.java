/**
 * What a reinforcement training is rewarded by: which verdicts count, which reward model gives
 * scores, and how both are had for the rollouts of a step. Spec and loop use it; it knows neither.
 */
package org.galton.reinforce.signal;
