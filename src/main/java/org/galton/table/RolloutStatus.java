package org.galton.table;

import java.util.Locale;

/** What became of a rollout. */
public enum RolloutStatus {
  /** The model ended it. */
  COMPLETE,
  /** The token limit ended it. */
  TRUNCATED,
  /** Nothing was drawn; it is asked for again. */
  FAILED;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** As tables hold it. */
  public String text() {
    return text;
  }

  public boolean is(String stored) {
    return text.equals(stored);
  }
}
