package org.galton.search;

/**
 * What came of a search.
 *
 * @param state the completion that it puts out
 */
public record SearchEnd<S>(S state, Kind kind, SearchCounts counts) {

  /** What its completion is. */
  public enum Kind {
    /** What was searched for: whole, and with a verdict above 0. */
    FOUND,
    /** Whole, and with a verdict of 0: the best of some that are all wrong. */
    WRONG,
    /** Where the search stood when it was given up. */
    GIVEN_UP
  }
}
