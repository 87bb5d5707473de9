package org.galton.worldmodel.plan;

import java.util.Optional;
import org.galton.numerics.PortableStream;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.GameState;

/** Draws states of a game in which a player would have seen what it saw. */
public interface HiddenStates {
  /** Before a draw is given up. */
  int TRIES = 10;

  /** Empty where {@link #TRIES} tries found none. */
  Optional<GameState> draw(View view, PortableStream random);

  /** By playing the game again, without a program for it. */
  static HiddenStates replay(Game game) {
    return new Replay(game);
  }

  /** By a program. */
  static HiddenStates program(Game game, HistoryProgram histories) {
    return new ResampledHistory(game, histories);
  }
}
