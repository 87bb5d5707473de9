package org.galton.model.episode;

import org.galton.model.ModelPrompt;

/**
 * What one player of a game is asked in a round.
 *
 * @param seed fixes every random number of the answer
 */
record Turn(Episode episode, int seat, ModelPrompt prompt, long seed) {}
