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

  /** As tables hold it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean is(String text) {
    return text().equals(text);
  }
}
