package org.galton.view.page;

import java.util.Arrays;
import java.util.Locale;
import org.galton.view.page.Keyset.Direction;

/** How rollouts are ordered. */
enum RolloutOrder {
  KEY("Key", "", Direction.ASCENDING),
  LONGEST("Longest first", "completion_tokens", Direction.DESCENDING),
  SHORTEST("Shortest first", "completion_tokens", Direction.ASCENDING),
  LIKELIEST("Most likely first", "logprob_sum", Direction.DESCENDING),
  UNLIKELIEST("Least likely first", "logprob_sum", Direction.ASCENDING),
  SUREST("Surest first", "entropy_mean", Direction.ASCENDING),
  UNSUREST("Least sure first", "entropy_mean", Direction.DESCENDING);

  private final String title;
  private final Keyset keyset;

  RolloutOrder(String title, String column, Direction direction) {
    this.title = title;
    this.keyset = new Keyset(RolloutAddress.COLUMNS, column, direction);
  }

  static RolloutOrder of(String name) {
    return Arrays.stream(values())
        .filter(order -> order.word().equals(name))
        .findFirst()
        .orElse(KEY);
  }

  Keyset keyset() {
    return keyset;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String title() {
    return title;
  }
}
