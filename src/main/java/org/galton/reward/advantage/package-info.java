/**
 * How much better a rollout was than the others of its prompt: {@link
 * org.galton.reward.advantage.Advantage} and its four forms; and how good a turn of an episode was:
 * {@link org.galton.reward.advantage.TurnAdvantage} of its {@link
 * org.galton.reward.advantage.Returns}.
 */
package org.galton.reward.advantage;
