package org.galton.information;

import java.util.Arrays;

/**
 * Finds the nearest neighbours of a point in (x, y), by the largest norm. Looks outward from the
 * point along the first column, until that alone is farther than what is found.
 */
final class NeighbourSearch {
  private final double[][] x;
  private final double[][] y;
  private final int neighbours;
  private final SortedColumn line;

  NeighbourSearch(double[][] x, double[][] y, int neighbours) {
    this.x = x;
    this.y = y;
    this.neighbours = neighbours;
    this.line = new SortedColumn(x[0]);
  }

  /** How far the neighbours are in x and in y at most. */
  record Reach(double x, double y) {}

  Reach reach(int point) {
    double[] distances = new double[neighbours];
    int[] found = new int[neighbours];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    int left = line.rank(point) - 1;
    int right = line.rank(point) + 1;
    double farthest = Double.POSITIVE_INFINITY;
    while (true) {
      double before = line.distance(point, left);
      double after = line.distance(point, right);
      double nearest = Math.min(before, after);
      if (nearest > farthest || Double.isInfinite(nearest)) {
        break;
      }
      int other = before <= after ? line.at(left--) : line.at(right++);
      double distance = Math.max(distance(x, point, other), distance(y, point, other));
      if (isNearer(distance, other, farthest, found[neighbours - 1])) {
        insert(distances, found, distance, other);
        farthest = distances[neighbours - 1];
      }
    }
    double reachX = 0;
    double reachY = 0;
    for (int other : found) {
      reachX = Math.max(reachX, distance(x, point, other));
      reachY = Math.max(reachY, distance(y, point, other));
    }
    return new Reach(reachX, reachY);
  }

  private static void insert(double[] distances, int[] found, double distance, int other) {
    int place = distances.length - 1;
    while (place > 0 && isNearer(distance, other, distances[place - 1], found[place - 1])) {
      distances[place] = distances[place - 1];
      found[place] = found[place - 1];
      place--;
    }
    distances[place] = distance;
    found[place] = other;
  }

  /** Of points at the same distance the one that comes first. */
  private static boolean isNearer(double distance, int point, double than, int thanPoint) {
    return distance < than || (distance == than && point < thanPoint);
  }

  static double distance(double[][] columns, int one, int other) {
    double largest = 0;
    for (double[] column : columns) {
      largest = Math.max(largest, Math.abs(column[one] - column[other]));
    }
    return largest;
  }
}
