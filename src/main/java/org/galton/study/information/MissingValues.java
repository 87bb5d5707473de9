package org.galton.study.information;

import java.util.Locale;

/** What becomes of a row in which a column that is used has no finite value. */
public enum MissingValues {
  REFUSED,
  SKIPPED;

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
