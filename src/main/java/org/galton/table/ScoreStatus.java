package org.galton.table;

import java.util.Locale;

/** What became of judging a rollout. */
public enum ScoreStatus {
  SCORED,
  /** It holds no answer, which counts as wrong. */
  UNPARSED,
  /** The verifier gave up: neither right nor wrong. */
  UNSCORED;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** As tables hold it. */
  public String text() {
    return text;
  }

  public boolean is(String stored) {
    return text.equals(stored);
  }
}
