package org.galton.emergence.diagnosis;

import java.util.Locale;

/** Whether a group has figures, and why not. */
public enum Status {
  MEASURED,

  /** Fewer transitions than the settings ask for. */
  TOO_SHORT,

  /** One agent. */
  TOO_FEW_AGENTS,

  /** All series are constant: informations are 0, nothing is tested. */
  DEGENERATE;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
