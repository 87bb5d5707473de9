/**
 * How many rollouts each prompt of a step gets, by what is remembered of earlier ones. The rules
 * are those of {@code reward.budget}; which prompts come is the curriculum's matter.
 */
package org.galton.reinforce.budget;
