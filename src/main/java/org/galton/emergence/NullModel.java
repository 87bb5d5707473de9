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
   * Of each agent a window of its series counts, from an offset of its own; beside it stands the
   * group in one window in the middle. Destroys what aligns agents, keeps each agent's dynamics: is
   * there alignment? Nearly exact for independent agents however persistent they are, since no
   * series is cut and joined; at the price of a quarter of the rounds.
   */
  OFFSET,

  /**
   * Each agent's series is rotated by its own offset. As {@link #OFFSET}, but the last round is
   * joined to the first: the surrogates of persistent agents are less persistent than the agents,
   * so that independent ones look aligned. For comparison with other work.
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
