package org.galton.study.worlds;

import java.io.Serializable;
import org.galton.worldmodel.plan.Match;
import org.galton.worldmodel.plan.TreeSearch;

/** Games that were played, and what the first player's search took. */
record Played(Match games, long choices, long byChance, long simulations, long thrownAway)
    implements Serializable {

  static final Played NONE = new Played(Match.NONE, 0, 0, 0, 0);

  static Played of(Match games, TreeSearch search) {
    return new Played(
        games, search.choices(), search.byChance(), search.simulated(), search.thrownAway());
  }

  Played plus(Played other) {
    return new Played(
        games.plus(other.games),
        choices + other.choices,
        byChance + other.byChance,
        simulations + other.simulations,
        thrownAway + other.thrownAway);
  }
}
