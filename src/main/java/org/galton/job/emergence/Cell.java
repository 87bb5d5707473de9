package org.galton.job.emergence;

import java.io.Serializable;
import java.util.Comparator;

/**
 * What one agent did in one round.
 *
 * @param file it came from
 * @param value NaN or infinite where the file says so
 * @param target of the group; null where there is none, and so success and macro
 */
record Cell(
    String file,
    int round,
    String agent,
    double value,
    Double target,
    Boolean success,
    Double macro)
    implements Serializable {

  /** Does not depend on the order in which files are read. */
  static final Comparator<Cell> ORDER =
      Comparator.comparingInt(Cell::round)
          .thenComparing(Cell::agent)
          .thenComparing(Cell::file)
          .thenComparingDouble(Cell::value);
}
