package org.galton.model.episode;

/**
 * What one player of a game is asked in a round.
 *
 * @param seed fixes every random number of the answer
 */
record Turn(Episode episode, int seat, String text, long seed) {}
