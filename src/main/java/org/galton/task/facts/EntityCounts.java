package org.galton.task.facts;

import java.io.Serializable;

/** How many entities of each {@link Knowledge} each split has. */
public record EntityCounts(int known, int halfKnown, int unknown) implements Serializable {
  /** Most entities of one class in one split: all have names of their own. */
  public static final int MOST = 10_000;

  public EntityCounts {
    if (known < 1 || known > MOST) {
      throw new IllegalArgumentException(
          "Invalid known " + known + ": expected a whole number from 1 to " + MOST);
    }
    require("half_known", halfKnown);
    require("unknown", unknown);
  }

  private static void require(String key, int count) {
    if (count < 0 || count > MOST) {
      throw new IllegalArgumentException(
          "Invalid " + key + " " + count + ": expected a whole number from 0 to " + MOST);
    }
  }

  int of(Knowledge knowledge) {
    return switch (knowledge) {
      case KNOWN -> known;
      case HALF_KNOWN -> halfKnown;
      case UNKNOWN -> unknown;
    };
  }

  int total() {
    return known + halfKnown + unknown;
  }
}
