package org.galton.environment.board;

import java.util.Optional;
import org.galton.numerics.SplitMix64;

/**
 * Boxes, goals, walls and a player on a square board of at most 8 x 8 cells, each a set of bits.
 *
 * @param player its cell
 */
record SokobanLevel(int size, long walls, long goals, long boxes, int player) {
  private static final int WALKS = 40;

  static long bit(int cell) {
    return 1L << cell;
  }

  boolean isSolved() {
    return (boxes & ~goals) == 0;
  }

  /** Sum over boxes of the steps to the next goal, as if nothing stood in the way. */
  int distance() {
    int sum = 0;
    for (long left = boxes; left != 0; left &= left - 1) {
      int box = Long.numberOfTrailingZeros(left);
      int nearest = Integer.MAX_VALUE;
      for (long open = goals; open != 0; open &= open - 1) {
        int goal = Long.numberOfTrailingZeros(open);
        nearest =
            Math.min(
                nearest, Math.abs(box / size - goal / size) + Math.abs(box % size - goal % size));
      }
      sum += nearest;
    }
    return sum;
  }

  private boolean isFree(int cell) {
    return cell >= 0 && ((walls | boxes) & bit(cell)) == 0;
  }

  /** After a step, which may push a box; empty where something stands in the way. */
  Optional<SokobanLevel> moved(Direction direction) {
    int to = direction.from(player, size);
    if (isFree(to)) {
      return Optional.of(new SokobanLevel(size, walls, goals, boxes, to));
    }
    if (to < 0 || (boxes & bit(to)) == 0) {
      return Optional.empty();
    }
    int beyond = direction.from(to, size);
    return isFree(beyond)
        ? Optional.of(new SokobanLevel(size, walls, goals, boxes ^ bit(to) ^ bit(beyond), to))
        : Optional.empty();
  }

  /**
   * A level that can be solved: from boxes on their goals the player walks and pulls for some
   * steps, each the inverse of one of the player's, and of several such walks the one counts that
   * leaves boxes farthest from goals.
   *
   * @param steps that solve it, at most
   */
  static SokobanLevel drawn(int size, int count, int steps, SplitMix64 chance) {
    while (true) {
      SokobanLevel solved = solved(size, count, chance);
      SokobanLevel best = solved;
      for (int walk = 0; walk < WALKS; walk++) {
        SokobanLevel end = solved.pulled(steps, chance);
        if (end.distance() > best.distance()) {
          best = end;
        }
      }
      if (best.distance() >= count) {
        return best;
      }
    }
  }

  private static SokobanLevel solved(int size, int count, SplitMix64 chance) {
    long walls = 0;
    for (int cell = 0; cell < size * size; cell++) {
      int row = cell / size;
      int column = cell % size;
      if (row == 0 || column == 0 || row == size - 1 || column == size - 1) {
        walls |= bit(cell);
      }
    }
    for (int wall = 0; wall < size - 5; wall++) {
      walls |= bit(free(size, walls, chance));
    }
    long goals = 0;
    while (Long.bitCount(goals) < count) {
      goals |= bit(free(size, walls | goals, chance));
    }
    return new SokobanLevel(size, walls, goals, goals, free(size, walls | goals, chance));
  }

  private static int free(int size, long taken, SplitMix64 chance) {
    while (true) {
      int cell = chance.nextInt(size * size);
      if ((taken & bit(cell)) == 0) {
        return cell;
      }
    }
  }

  private SokobanLevel pulled(int steps, SplitMix64 chance) {
    SokobanLevel level = this;
    for (int step = 0; step < steps; step++) {
      Direction direction = Direction.values()[chance.nextInt(4)];
      int to = direction.from(level.player, size);
      int behind = direction.back().from(level.player, size);
      boolean pulls = behind >= 0 && (level.boxes & bit(behind)) != 0 && chance.nextInt(5) > 0;
      if (level.isFree(to)) {
        long boxes = pulls ? level.boxes ^ bit(behind) ^ bit(level.player) : level.boxes;
        level = new SokobanLevel(size, walls, goals, boxes, to);
      }
    }
    return level;
  }

  /** A character a cell, row by row, as Sokoban's levels are written; {@code _} for the floor. */
  String marks() {
    StringBuilder marks = new StringBuilder();
    for (int cell = 0; cell < size * size; cell++) {
      boolean goal = (goals & bit(cell)) != 0;
      marks.append(
          (walls & bit(cell)) != 0
              ? '#'
              : (boxes & bit(cell)) != 0
                  ? (goal ? '*' : '$')
                  : cell == player ? (goal ? '+' : '@') : goal ? '.' : '_');
    }
    return marks.toString();
  }

  static SokobanLevel read(int size, String marks) {
    long walls = 0;
    long goals = 0;
    long boxes = 0;
    int player = -1;
    for (int cell = 0; cell < marks.length(); cell++) {
      char mark = marks.charAt(cell);
      walls |= mark == '#' ? bit(cell) : 0;
      goals |= mark == '.' || mark == '*' || mark == '+' ? bit(cell) : 0;
      boxes |= mark == '$' || mark == '*' ? bit(cell) : 0;
      player = mark == '@' || mark == '+' ? cell : player;
    }
    return new SokobanLevel(size, walls, goals, boxes, player);
  }
}
