package org.galton.study.frechet;

import java.io.Serializable;

/**
 * What a first look at a group finds.
 *
 * @param embedder null where no column says so
 * @param problem what of its rows contradicts itself; null where nothing does
 */
record GroupCount(long vectors, int dimensions, String embedder, String problem)
    implements Serializable {

  static GroupCount of(GivenVector vector) {
    return new GroupCount(1, vector.numbers().length, vector.embedder(), null);
  }

  GroupCount plus(GroupCount other) {
    return new GroupCount(
        vectors + other.vectors,
        Math.min(dimensions, other.dimensions),
        embedder,
        first(first(problem, other.problem), contradiction(other)));
  }

  /** What two groups, or parts of one, differ in that may not differ; null where nothing does. */
  String contradiction(GroupCount other) {
    if (dimensions != other.dimensions) {
      return "one vector has %d numbers, another %d"
          .formatted(
              Math.min(dimensions, other.dimensions), Math.max(dimensions, other.dimensions));
    }
    if (embedder != null && !embedder.equals(other.embedder)) {
      boolean before = embedder.compareTo(other.embedder) < 0;
      return "one vector is of '%s', another of '%s'"
          .formatted(before ? embedder : other.embedder, before ? other.embedder : embedder);
    }
    return null;
  }

  private static String first(String one, String other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) < 0 ? one : other;
  }
}
