package org.galton.study.worlds;

import java.util.List;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.plan.View;
import org.galton.worldmodel.refine.Author;
import org.galton.worldmodel.refine.CalibratedAuthor;
import org.galton.worldmodel.refine.Transition;
import org.galton.worldmodel.rules.Games;

/** Authors of known skill; they need not see a game. */
record CalibratedAuthors(int faults, double repairs, double breaks) implements Authors {
  @Override
  public String name() {
    return "calibrated";
  }

  @Override
  public Author ofRules(Game game, List<Transition> shown, long seed) {
    return of(Games.program(game), seed);
  }

  @Override
  public Author ofHistories(Game game, List<Transition> shown, long seed) {
    return of(Games.historyProgram(game), seed);
  }

  @Override
  public Author ofClosedDeck(Game game, List<View> shown, long seed) {
    return of(Games.program(game) + "\n\n" + Games.historyProgram(game), seed);
  }

  private Author of(String reference, long seed) {
    return new CalibratedAuthor(reference, faults, repairs, breaks, seed);
  }
}
