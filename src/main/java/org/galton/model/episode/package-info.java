/**
 * Rollouts of several turns: asks a model round by round what a {@link org.galton.game.Position}
 * wants to know, for many games or walks side by side. Knows models and positions, no task and no
 * engine.
 */
package org.galton.model.episode;
