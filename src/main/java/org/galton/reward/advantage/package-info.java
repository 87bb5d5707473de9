/**
 * How much better a rollout was than the others of its prompt: {@link
 * org.galton.reward.advantage.Advantage} and its four forms.
 */
package org.galton.reward.advantage;
