package org.galton.job;

import java.io.Serializable;

/**
 * Something that is wrong in an output folder.
 *
 * @param place below the folder
 * @param problem as in "{place}: {problem}"
 * @param cure what to do, where {@code check --repair} cannot
 */
public record FolderFault(Kind kind, String place, String problem, String cure)
    implements Serializable {
  private static final String REPAIR = "set aside by --repair; the next run draws what is missing";

  /** What a fault is about, as {@code --json} names it. */
  public enum Kind {
    DAMAGED,
    EMPTY,
    FOREIGN,
    STORED_TWICE,
    HALF_MERGE,
    ORPHANED_SCORES,
    UNFINISHED_FILE,
    UNFINISHED_RUN,
    MISSING_STUDY,
    GARBLED_LEASE
  }

  static FolderFault toSetAside(Kind kind, String place, String problem) {
    return new FolderFault(kind, place, problem, REPAIR);
  }

  /** Whether a repair mends it. */
  public boolean isMendable() {
    return cure.equals(REPAIR);
  }
}
