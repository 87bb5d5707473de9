package org.galton.view.page;

import java.util.Arrays;
import java.util.Locale;
import org.galton.view.page.Keyset.Direction;

/** How prompts of cells are ordered. */
enum PromptSort {
  KEY("Key", "", Direction.ASCENDING),
  HARDEST("Hardest first", "rate", Direction.ASCENDING),
  EASIEST("Easiest first", "rate", Direction.DESCENDING),
  VARIED("Most varied answers first", "answer_entropy", Direction.DESCENDING),
  UNIFORM("Least varied answers first", "answer_entropy", Direction.ASCENDING),
  TRUNCATED("Most truncated first", "truncation", Direction.DESCENDING);

  private final String title;
  private final Keyset keyset;

  PromptSort(String title, String column, Direction direction) {
    this.title = title;
    this.keyset = new Keyset(PromptLine.KEYS, column, direction);
  }

  static PromptSort of(String name) {
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
