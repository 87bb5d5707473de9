package org.galton.search.backup;

/** What depth d below a limit adds to the score of a node on the frontier. */
public enum DepthBonus {
  /** sqrt(d / limit). */
  SQRT,
  /** d. */
  LINEAR,
  /** ln(d + 1). */
  LOG;

  public double of(int depth, int limit) {
    return switch (this) {
      case SQRT -> Math.sqrt(depth / (double) limit);
      case LINEAR -> depth;
      case LOG -> Math.log1p(depth);
    };
  }
}
