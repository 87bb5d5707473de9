package org.galton.game.player;

import org.galton.game.Marks;

/** Names a number in a round of a group search. */
public interface Player {
  /**
   * The guess, in the mode's range.
   *
   * @param seed fixes every random number of this turn
   */
  int guess(Marks marks, long seed);
}
