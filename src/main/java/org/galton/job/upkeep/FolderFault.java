package org.galton.job.upkeep;

import java.io.Serializable;
import org.galton.table.Table;

/**
 * Something that is wrong in an output folder.
 *
 * @param place below the folder
 * @param problem as in "{place}: {problem}"
 * @param cure what to do, where {@code check --repair} cannot
 */
public record FolderFault(Kind kind, String place, String problem, String cure)
    implements Serializable {
  private static final String REPAIR =
      "set aside by --repair; the next run of the sweep makes what is missing";
  private static final String REPAIR_ALONE =
      "set aside by --repair; its rollouts stay, and have no %s then";

  /** What a fault is about, as {@code --json} names it. */
  public enum Kind {
    DAMAGED(true),
    EMPTY(true),
    FOREIGN(true),
    STORED_TWICE(true),
    MISMATCHED_SCORES(true),
    MISMATCHED_TOKENS(true),
    MISMATCHED_SEARCHES(true),
    HALF_MERGE(true),
    LOST_MERGE(false),
    ORPHANED_SCORES(true),
    ORPHANED_TOKENS(true),
    ORPHANED_SEARCHES(true),
    UNFINISHED_FILE(true),
    UNFINISHED_RUN(false),
    MISSING_STUDY(false),
    GARBLED_LEASE(false);

    private final boolean mendable;

    Kind(boolean mendable) {
      this.mendable = mendable;
    }
  }

  static FolderFault toSetAside(Kind kind, String place, String problem) {
    boolean goesAlone =
        kind == Kind.DAMAGED
            || kind == Kind.EMPTY
            || kind == Kind.MISMATCHED_TOKENS
            || kind == Kind.MISMATCHED_SEARCHES;
    if (goesAlone && place.startsWith(Table.ROLLOUT_TOKENS.name() + "/")) {
      return new FolderFault(kind, place, problem, REPAIR_ALONE.formatted("tokens"));
    }
    if (goesAlone && place.startsWith(Table.SEARCHES.name() + "/")) {
      return new FolderFault(kind, place, problem, REPAIR_ALONE.formatted("rows of searches"));
    }
    if (goesAlone && place.startsWith(Table.SEARCH_NODES.name() + "/")) {
      return new FolderFault(kind, place, problem, REPAIR_ALONE.formatted("trees"));
    }
    return new FolderFault(kind, place, problem, REPAIR);
  }

  /** Whether a repair mends it. */
  public boolean isMendable() {
    return kind.mendable;
  }
}
