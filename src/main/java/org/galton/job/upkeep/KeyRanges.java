package org.galton.job.upkeep;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;

/**
 * Prompts in the order of their ids, cut into ranges of about as many rows each. A prompt is never
 * cut, so one file tells all of it.
 *
 * @param firstPrompts the first prompt of each range
 */
record KeyRanges(String[] firstPrompts) implements Serializable {

  /**
   * @param rows of each prompt
   * @param wanted ranges; there may be fewer where prompts are few
   */
  static KeyRanges of(NavigableMap<String, Long> rows, int wanted) {
    long total = rows.values().stream().mapToLong(Long::longValue).sum();
    List<String> first = new ArrayList<>();
    long before = 0;
    for (var prompt : rows.entrySet()) {
      if (before >= total * first.size() / wanted) {
        first.add(prompt.getKey());
      }
      before += prompt.getValue();
    }
    return new KeyRanges(first.toArray(String[]::new));
  }

  int count() {
    return firstPrompts.length;
  }

  int of(String promptId) {
    int found = Arrays.binarySearch(firstPrompts, promptId);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  /** Sums of the ranges. */
  long[] sums(NavigableMap<String, Long> rows) {
    long[] sums = new long[count()];
    rows.forEach((prompt, number) -> sums[of(prompt)] += number);
    return sums;
  }
}
