package org.galton.environment.board;

import java.util.Optional;

/**
 * A shortest way to sort sliding tiles: depth first with a growing bound on moves done and
 * Manhattan distance left (IDA*, Korf 1985).
 */
final class SlidingSearch {
  static final char GAP = '.';

  private final int size;
  private int over;

  SlidingSearch(int size) {
    this.size = size;
  }

  static String goal(int size) {
    StringBuilder goal = new StringBuilder();
    for (int tile = 1; tile < size * size; tile++) {
      goal.append((char) ('a' + tile - 1));
    }
    return goal.append(GAP).toString();
  }

  /** A tile's number; 0 for the gap. */
  static int number(String tiles, int cell) {
    char tile = tiles.charAt(cell);
    return tile == GAP ? 0 : tile - 'a' + 1;
  }

  /** The tiles after one has slid in this direction; empty where there is none to slide. */
  static Optional<String> slid(String tiles, int size, Direction direction) {
    int gap = tiles.indexOf(GAP);
    int from = direction.back().from(gap, size);
    if (from < 0) {
      return Optional.empty();
    }
    char[] next = tiles.toCharArray();
    next[gap] = next[from];
    next[from] = GAP;
    return Optional.of(new String(next));
  }

  /**
   * The first move of a shortest way.
   *
   * @param tiles not yet in order
   */
  Direction first(String tiles) {
    for (int bound = distance(tiles); ; bound = over) {
      over = Integer.MAX_VALUE;
      for (Direction direction : Direction.values()) {
        Optional<String> next = slid(tiles, size, direction);
        if (next.isPresent() && isSolved(next.get(), 1, bound, direction)) {
          return direction;
        }
      }
    }
  }

  /** Length of a shortest way. */
  int length(String tiles) {
    int moves = 0;
    String at = tiles;
    while (!at.equals(goal(size))) {
      at = slid(at, size, first(at)).orElseThrow();
      moves++;
    }
    return moves;
  }

  private boolean isSolved(String tiles, int moves, int bound, Direction last) {
    int left = distance(tiles);
    if (left == 0) {
      return true;
    }
    if (moves + left > bound) {
      over = Math.min(over, moves + left);
      return false;
    }
    for (Direction direction : Direction.values()) {
      if (direction != last.back()) {
        Optional<String> next = slid(tiles, size, direction);
        if (next.isPresent() && isSolved(next.get(), moves + 1, bound, direction)) {
          return true;
        }
      }
    }
    return false;
  }

  private int distance(String tiles) {
    int sum = 0;
    for (int cell = 0; cell < tiles.length(); cell++) {
      int tile = number(tiles, cell);
      if (tile > 0) {
        int home = tile - 1;
        sum += Math.abs(home / size - cell / size) + Math.abs(home % size - cell % size);
      }
    }
    return sum;
  }
}
