package org.galton.worldmodel;

/** A game of turns for some players, with chance and hidden cards where it has any. */
public interface Game {
  /** Its name, such as {@code tic-tac-toe}. */
  String id();

  int players();

  /** The greatest gain or loss of a player: what rewards are divided by to lie in [-1, 1]. */
  double stake();

  /** Before anything happened. */
  GameState start();
}
