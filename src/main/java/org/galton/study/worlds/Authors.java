package org.galton.study.worlds;

import java.util.List;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.refine.Author;
import org.galton.worldmodel.refine.Transition;

/** Authors of one kind. */
interface Authors {
  /** As the tables name them. */
  String name();

  /**
   * Who writes a program.
   *
   * @param shown steps that it may read
   * @param seed fixes its random numbers
   */
  Author of(Game game, List<Transition> shown, long seed);
}
