package org.galton.task.facts;

import org.galton.spec.ValueType;

/** How much the worked examples tell of an entity. */
public enum Knowledge {
  /** Its facts are shown at the full rate. */
  KNOWN,
  /** Its facts are shown at {@link FactsOptions#halfRate} of that rate. */
  HALF_KNOWN,
  /** Nothing. */
  UNKNOWN;

  /** As in the prompts' attribute {@code knowledge}. */
  public String key() {
    return ValueType.written(this);
  }
}
