/**
 * Probability mass over answers: the balance between two models, semantic entropy, and the mass
 * that no rollout has drawn yet.
 */
package org.galton.statistics.mass;
