package org.galton.study.worlds;

import java.io.Serializable;
import java.util.Optional;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.WorldFault;
import org.galton.worldmodel.WorldProgram;
import org.galton.worldmodel.plan.HiddenStates;
import org.galton.worldmodel.plan.HistoryProgram;
import org.galton.worldmodel.plan.TreeSearch;
import org.galton.worldmodel.rules.Games;

/**
 * A player that searches, as a task takes it along.
 *
 * @param program in which it searches; null for the game itself
 * @param histories program that draws what is hidden; null where the game is played again
 */
record Searcher(String game, String program, String histories, int simulations, int playouts)
    implements Serializable {

  /** Of the game itself. */
  static Searcher inGame(Game game, HiddenMode hidden, int simulations, int playouts) {
    return new Searcher(
        game.id(),
        null,
        game.hides() && hidden == HiddenMode.PROGRAM ? Games.historyProgram(game) : null,
        simulations,
        playouts);
  }

  Game rules() {
    return Games.named(game).orElseThrow();
  }

  /** One that cannot read its programs finds no state, and acts by chance. */
  TreeSearch player() {
    Game rules = rules();
    try {
      Game searched = program == null ? rules : WorldProgram.read(rules, program);
      HiddenStates hidden =
          histories == null
              ? HiddenStates.replay(searched)
              : HiddenStates.program(searched, HistoryProgram.read(histories));
      return new TreeSearch(searched, hidden, simulations, playouts);
    } catch (WorldFault e) {
      return new TreeSearch(rules, (view, random) -> Optional.empty(), simulations, playouts);
    }
  }
}
