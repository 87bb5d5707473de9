package org.galton.information;

import org.galton.information.SortedColumn.Border;

/** Counts the other points near one, by the largest norm over the columns of a variable. */
final class PointCount {
  private final double[][] columns;
  private final SortedColumn line;

  PointCount(double[][] columns) {
    this.columns = columns;
    this.line = new SortedColumn(columns[0]);
  }

  /** Others at less than the radius. */
  int closer(int point, double radius) {
    return count(point, radius, Border.OUTSIDE);
  }

  /** Others at the radius or less. */
  int within(int point, double radius) {
    return count(point, radius, Border.INSIDE);
  }

  private int count(int point, double radius, Border border) {
    int first = line.first(point, radius, border);
    int last = line.last(point, radius, border);
    if (columns.length == 1) {
      return last - first;
    }
    int count = 0;
    for (int rank = first; rank <= last; rank++) {
      int other = line.at(rank);
      if (other != point && border.holds(NeighbourSearch.distance(columns, point, other), radius)) {
        count++;
      }
    }
    return count;
  }
}
