/**
 * What takes several turns, as plain values: games that groups play over rounds, and walks of one
 * agent. A {@link org.galton.game.Position} says what each player is asked, and what follows from
 * the answers. Knows neither models nor tables; {@code game.player} holds players that follow rules
 * instead of a model, {@code game.walk} walks from state to state, {@code game.letters} words as
 * such states.
 */
package org.galton.game;
