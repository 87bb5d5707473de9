package org.galton.information;

import java.util.stream.IntStream;

/** The points along one column, and the place of each among them. */
final class SortedColumn {
  private final double[] values;
  private final int[] order;
  private final int[] ranks;

  SortedColumn(double[] values) {
    this.values = values;
    this.order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((i, j) -> Double.compare(values[i], values[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.ranks = new int[order.length];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
  }

  int rank(int point) {
    return ranks[point];
  }

  int at(int rank) {
    return order[rank];
  }

  /** Infinite beyond the ends. */
  double distance(int point, int rank) {
    return rank < 0 || rank >= order.length
        ? Double.POSITIVE_INFINITY
        : Math.abs(values[order[rank]] - values[point]);
  }

  /** The lowest rank from which on, up to the point itself, all are within a radius. */
  int first(int point, double radius, Border border) {
    int low = 0;
    int high = ranks[point];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (border.holds(distance(point, middle), radius)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The highest such rank above the point. */
  int last(int point, double radius, Border border) {
    int low = ranks[point];
    int high = order.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (border.holds(distance(point, middle), radius)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Whether a point at the radius itself is within it. */
  enum Border {
    OUTSIDE,
    INSIDE;

    boolean holds(double distance, double radius) {
      return switch (this) {
        case OUTSIDE -> distance < radius;
        case INSIDE -> distance <= radius;
      };
    }
  }
}
