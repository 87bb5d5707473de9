package org.galton.worldmodel;

import java.util.List;

/** A point in a game. Immutable. */
public interface GameState {
  /** The {@link #player} whose choices are chance, each legal one as likely. */
  int CHANCE = -1;

  /** The {@link #player} of a game that is over. */
  int OVER = -2;

  /** Who chooses now: a seat from 0, {@link #CHANCE} or {@link #OVER}. */
  int player();

  /** What that player may choose, none twice; empty when the game is over. */
  List<String> legal();

  /**
   * @throws IllegalArgumentException unless the action is legal
   */
  GameState after(String action);

  /** What each player sees, by seat. */
  List<String> observations();

  /** What each player won, by seat; 0 until the game is over. */
  List<Long> rewards();

  /** All there is to know, as lists, maps, texts and integers; equal for equal states. */
  Object value();

  default boolean over() {
    return player() == OVER;
  }
}
