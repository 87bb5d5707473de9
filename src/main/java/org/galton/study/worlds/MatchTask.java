package org.galton.study.worlds;

import java.io.Serializable;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.plan.Match;
import org.galton.worldmodel.plan.Player;
import org.galton.worldmodel.plan.TreeSearch;

/**
 * Some games of a match, to be played by one task.
 *
 * @param match whose part it is
 * @param opponent that searches; null for one that draws its actions
 */
record MatchTask(int match, Searcher player, Searcher opponent, int from, int games, long seed)
    implements Serializable {

  /** What was played of which match. */
  record Part(int match, Played played) implements Serializable {}

  Part play() {
    Game rules = player.rules();
    TreeSearch search = player.player();
    Player other = opponent == null ? Player.random() : opponent.player();
    return new Part(match, Played.of(Match.play(rules, search, other, from, games, seed), search));
  }
}
