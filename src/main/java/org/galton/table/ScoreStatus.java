package org.galton.table;

import java.util.Locale;

/** What became of judging a rollout. */
public enum ScoreStatus {
  SCORED,
  /** It holds no answer, which counts as wrong. */
  UNPARSED,
  /** The verifier gave up: neither right nor wrong. */
  UNSCORED;

  /** As tables hold it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean is(String text) {
    return text().equals(text);
  }
}
