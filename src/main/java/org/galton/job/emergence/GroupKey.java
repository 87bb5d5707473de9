package org.galton.job.emergence;

import java.io.Serializable;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which group.
 *
 * @param experiment empty where the input names none
 * @param condition likewise
 */
public record GroupKey(String experiment, String condition, String group)
    implements Comparable<GroupKey>, Serializable {
  private static final String UNNAMED = "all";
  private static final Comparator<GroupKey> ORDER =
      Comparator.comparing(GroupKey::experiment)
          .thenComparing(GroupKey::condition)
          .thenComparing(GroupKey::group);

  /** As the tables write what is not named. */
  static String shown(String part) {
    return part.isEmpty() ? UNNAMED : part;
  }

  @Override
  public int compareTo(GroupKey other) {
    return ORDER.compare(this, other);
  }

  /**
   * What is named, joined by slashes: seeds the group's random numbers, which are the same when the
   * tables are read again.
   */
  @Override
  public String toString() {
    return Stream.of(experiment, condition, group)
        .filter(part -> !shown(part).equals(UNNAMED))
        .collect(Collectors.joining("/"));
  }
}
