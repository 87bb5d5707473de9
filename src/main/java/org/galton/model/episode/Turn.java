package org.galton.model.episode;

/**
 * What one player of a game is asked in a round.
 *
 * @param role that the player has; empty where the game has no roles
 * @param seed fixes every random number of the answer
 */
record Turn(Episode episode, int seat, String role, String text, long seed) {}
