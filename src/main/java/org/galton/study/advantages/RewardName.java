package org.galton.study.advantages;

import java.util.List;
import java.util.Locale;

/** Where rewards come from, by its name on the command line. */
enum RewardName {
  /** Column {@code reward}. */
  GIVEN("reward"),
  VERDICT("correct"),
  VERDICT_SIGNED("correct"),
  TERNARY("correct"),
  HYBRID("correct", "rm_score"),
  TOOLS("correct", "tool_calls");

  private final List<String> columns;

  RewardName(String... columns) {
    this.columns = List.of(columns);
  }

  /** Without which there is no such reward. */
  List<String> columns() {
    return columns;
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
