package org.galton.model.episode;

import org.galton.model.ModelPrompt;

/**
 * What one player of a game is asked in a round.
 *
 * @param role that the player has; empty where the game has no roles
 * @param seed fixes every random number of the answer
 */
record Turn(Episode episode, int seat, String role, ModelPrompt prompt, long seed) {}
