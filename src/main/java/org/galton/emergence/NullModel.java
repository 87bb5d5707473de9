package org.galton.emergence;

import java.util.Locale;

/**
 * How surrogate groups are made, and so what a small p speaks against. Surrogates are made of whole
 * series of real values; binning and everything after it is done again on each.
 */
public enum NullModel {
  /**
   * In each round the values are dealt to the agents anew. Destroys who did what, keeps the group's
   * sum: is there differentiation that is linked to identity?
   */
  ROW,

  /**
   * Each agent's series is rotated by its own offset. Destroys what aligns agents, keeps each
   * agent's dynamics but for one seam: is there alignment?
   */
  SHIFT,

  /**
   * Each agent's blocks of consecutive rounds are permuted. As {@link #SHIFT}, but dynamics across
   * the borders of blocks are lost, and with short blocks independent persistent agents look
   * aligned.
   */
  BLOCK,

  /** Each agent's rounds are permuted freely. Destroys all dynamics: a weak null, to compare. */
  TIME,

  /**
   * Agents that know nothing of one another search for the target by halving their own interval, at
   * speeds of their own, on the feedback that their own sum gets: is there more than a common
   * response to common feedback? Needs a target.
   */
  FUNCTIONAL;

  /** The name in tables, options and random streams. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
