package org.galton.sql.shared;

import java.util.List;
import java.util.Optional;

/** What a query for DuckDB finds in the values and leaves to Spark; each is a clause of words. */
public final class Doubts {
  static final String ZERO_DIVISION = "it divides by zero";
  static final String FRACTIONS = "a sum of fractions depends on the order in which they are added";
  static final String LARGE = "the numbers that it adds are very large";

  static final String ZEROS = "the largest or the smallest is one of two zeros";

  private Doubts() {}

  /** The one that a message of DuckDB tells of. */
  public static Optional<String> in(String message) {
    return List.of(ZERO_DIVISION, FRACTIONS, LARGE, ZEROS).stream()
        .filter(message::contains)
        .findFirst();
  }
}
