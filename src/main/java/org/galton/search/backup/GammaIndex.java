package org.galton.search.backup;

/** How much of a reward reaches the i-th node of a path whose terminal is the l-th. */
public enum GammaIndex {
  /** max(i / l, 0.1), as the paper has it. */
  PAPER,
  /** max((i + 1) / (l + 1), 0.1), as the released code has it: more for all but the terminal. */
  CODE;

  private static final double LEAST = 0.1;

  /**
   * @param index 0 for the root
   * @param last of the terminal, 1 or more
   */
  public double weight(int index, int last) {
    double share =
        switch (this) {
          case PAPER -> index / (double) last;
          case CODE -> (index + 1) / (double) (last + 1);
        };
    return Math.max(share, LEAST);
  }
}
