/**
 * Rollouts of {@link org.galton.search.AdaptiveSampler}: draws a pilot of each prompt, and then
 * each rollout as one completion or as a vote over some. Knows models and samplers, no task and no
 * engine.
 */
package org.galton.model.adaptive;
