package org.galton.study.worlds;

import java.util.List;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.plan.View;
import org.galton.worldmodel.refine.Author;
import org.galton.worldmodel.refine.Transition;

/** Authors of one kind; a seed fixes the random numbers of each. */
interface Authors {
  /** As the tables name them. */
  String name();

  /**
   * Who writes the rules.
   *
   * @param shown steps that it may read
   */
  Author ofRules(Game game, List<Transition> shown, long seed);

  /**
   * Who writes the program that draws what is hidden.
   *
   * @param shown steps that it may read
   */
  Author ofHistories(Game game, List<Transition> shown, long seed);

  /**
   * Who writes both in one program, where hidden states are never shown.
   *
   * @param shown what players saw
   */
  Author ofClosedDeck(Game game, List<View> shown, long seed);
}
