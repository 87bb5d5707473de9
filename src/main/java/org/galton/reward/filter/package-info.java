/**
 * What is left out of a step, or of later ones, because it teaches nothing: prompts whose rollouts
 * agree, prompts that are solved or hopeless, rollouts that were cut off.
 */
package org.galton.reward.filter;
