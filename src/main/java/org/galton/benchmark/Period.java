package org.galton.benchmark;

import org.galton.benchmark.recipe.Rule;

/** The days whose items are asked, both ends included. */
final class Period {
  private final String from;
  private final String to;
  private final Rule date;

  Period(BenchmarkOptions options) {
    this.from = options.from();
    this.to = options.to();
    this.date = Rule.of("date", options.rules().date(), options.rules().names());
  }

  boolean isEmpty() {
    return date.isEmpty();
  }

  /**
   * @throws IllegalArgumentException when the item has no date
   */
  boolean holds(Item item) {
    if (date.isEmpty()) {
      return true;
    }
    String day = date.text(item.values());
    if (!day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      throw new IllegalArgumentException(
          "'date' is '" + day + "', expected one such as 2024-05-01");
    }
    return from.compareTo(day) <= 0 && day.compareTo(to) <= 0;
  }

  /** For messages; empty where all are asked. */
  String shown() {
    return date.isEmpty() ? "" : " from " + from + " to " + to;
  }
}
