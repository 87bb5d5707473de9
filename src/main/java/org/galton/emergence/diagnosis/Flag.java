package org.galton.emergence.diagnosis;

import java.util.Locale;

/** What to know before a group's figures are read. */
public enum Flag {
  /** Fewer transitions than cells in the widest table. */
  UNDERSAMPLED,

  /** An agent's series is constant: its synergy is 0, and counts in the medians. */
  CONSTANT_AGENT,

  /** The macro state is constant: it has no stability. */
  CONSTANT_MACRO,

  /** Rounds that lack an agent or a macro value were left out. */
  INCOMPLETE_ROUNDS,

  /** Rounds with a value that is no finite number were left out. */
  REJECTED_ROUNDS;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
