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
  /**
   * The blocks that it wants next; none once it is over.
   *
   * @param ahead most blocks that it may ask for before it knows whether it needs them: drawn
   *     together they take less time, and change nothing
   */
  List<Wish<S>> wishes(int ahead);

  /**
   * Goes on with what was drawn.
   *
   * @param drawn for the first wishes or all of them, in the same order
   * @return how many of them it made use of; no trace is left of the others
   */
  int hear(List<Child<S>> drawn);

  /** What came of it, once it is over. */
  SearchEnd<S> end();

  /** All nodes of its tree in the order in which they were made; none where it builds no tree. */
  default List<SearchedNode<S>> nodes() {
    return List.of();
  }
}
