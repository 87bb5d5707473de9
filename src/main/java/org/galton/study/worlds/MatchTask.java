package org.galton.study.worlds;

import java.io.Serializable;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.WorldProgram;
import org.galton.worldmodel.plan.Match;
import org.galton.worldmodel.plan.Player;
import org.galton.worldmodel.plan.TreeSearch;
import org.galton.worldmodel.rules.Games;

/**
 * Some games of a match, to be played by one task.
 *
 * @param program in which the player searches; null for the game itself
 * @param match whose part it is
 * @param searches whether the opponent searches in the game itself; otherwise it draws its actions
 */
record MatchTask(
    int match,
    String game,
    String program,
    boolean searches,
    int from,
    int games,
    int simulations,
    int playouts,
    long seed)
    implements Serializable {

  /** What was played, and what the player's search took. */
  record Played(int match, Match games, long simulations, long thrownAway) implements Serializable {
    Played plus(Played other) {
      return new Played(
          match,
          games.plus(other.games),
          simulations + other.simulations,
          thrownAway + other.thrownAway);
    }
  }

  Played play() {
    Game rules = Games.named(game).orElseThrow();
    TreeSearch player =
        new TreeSearch(
            program == null ? rules : WorldProgram.read(rules, program), simulations, playouts);
    Player opponent = searches ? new TreeSearch(rules, simulations, playouts) : Player.random();
    Match played = Match.play(rules, player, opponent, from, games, seed);
    return new Played(match, played, player.simulated(), player.thrownAway());
  }
}
