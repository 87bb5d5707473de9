/**
 * Games that groups of players play over several rounds, as plain values: what each player is asked
 * at a {@link org.galton.game.Position}, and what follows from the answers. Knows neither models
 * nor tables; {@code game.player} holds players that follow rules instead of a model.
 */
package org.galton.game;
