/**
 * Rewards, advantages and the coefficients of the gradient of anyone's rollouts. What is computed
 * is {@code org.galton.reward}'s.
 */
package org.galton.study.advantages;
