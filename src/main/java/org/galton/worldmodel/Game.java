package org.galton.worldmodel;

/** A game of turns for some players, with chance and hidden cards where it has any. */
public interface Game {
  /** Its name, such as {@code tic-tac-toe}. */
  String id();

  /** Its rules in words, for whoever writes a program of them or plays. */
  String rules();

  int players();

  /** Whether a player may not see all of the state. */
  boolean hides();

  /** The greatest gain or loss of a player: what rewards are divided by to lie in [-1, 1]. */
  double stake();

  /** Before anything happened. */
  GameState start();
}
