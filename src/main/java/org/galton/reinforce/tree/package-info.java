/**
 * What a training has of trees: their trajectories as a policy learns from them, and the solutions
 * that are remembered for prompts that come again. Knows reports of searches and rows of tables, no
 * policy and no step.
 */
package org.galton.reinforce.tree;
