package org.galton.cli;

import java.util.Locale;

/** Of {@code galton sql}. */
enum SqlEngine {
  DUCKDB,
  SPARK;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
