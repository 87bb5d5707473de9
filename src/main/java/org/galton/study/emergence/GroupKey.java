package org.galton.study.emergence;

import java.io.Serializable;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.job.input.Unnamed;
import org.galton.study.emergence.row.GroupPlace;

/**
 * Which group.
 *
 * @param experiment empty where the input names none
 * @param condition likewise
 */
public record GroupKey(String experiment, String condition, String group)
    implements Comparable<GroupKey>, Serializable {
  private static final Comparator<GroupKey> ORDER =
      Comparator.comparing(GroupKey::experiment)
          .thenComparing(GroupKey::condition)
          .thenComparing(GroupKey::group);

  /** As the tables write what is not named. */
  static String shown(String part) {
    return Unnamed.shown(part);
  }

  /** As it names random numbers: the same whether it comes from a file or from the tables. */
  static String seeding(String part) {
    return part.equals(Unnamed.SHOWN) ? "" : part;
  }

  /** As the tables name it. */
  GroupPlace place() {
    return new GroupPlace(shown(experiment), shown(condition), group);
  }

  @Override
  public int compareTo(GroupKey other) {
    return ORDER.compare(this, other);
  }

  /** What is named, joined by slashes: names the group's random numbers. */
  @Override
  public String toString() {
    return Stream.of(experiment, condition, group)
        .map(GroupKey::seeding)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("/"));
  }
}
