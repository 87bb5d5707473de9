package org.galton.search;

import java.util.List;

/**
 * A search of one rollout, in the course of being made. It knows no model: it says which blocks it
 * wants, and is told where they lead to. Whatever is left to chance follows from its seed and the
 * number of the step.
 *
 * @param <S> a partial completion
 */
public interface Search<S> {
  /** The blocks that it wants next; none once it is over. */
  List<Wish<S>> wishes();

  /**
   * Goes on with what was drawn.
   *
   * @param drawn one for each wish, in the same order
   */
  void hear(List<Child<S>> drawn);

  /** What came of it, once it is over. */
  SearchEnd<S> end();
}
