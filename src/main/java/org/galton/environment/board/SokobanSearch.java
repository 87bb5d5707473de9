package org.galton.environment.board;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A way of fewest steps: A*, by steps done and what each box is at least away from the next goal. A
 * box in a corner that is no goal closes a branch.
 */
final class SokobanSearch {
  private record Node(
      SokobanLevel level, int steps, @Nullable Node before, @Nullable Direction by) {}

  private SokobanSearch() {}

  /**
   * @param most states to look at
   * @return empty where there is none, or none among these
   */
  static Optional<List<Direction>> solve(SokobanLevel start, int most) {
    List<Deque<Node>> open = new ArrayList<>();
    // Cells of the player that were seen, by the boxes.
    Map<Long, Long> seen = new HashMap<>();
    add(open, new Node(start, 0, null, null));
    int looked = 0;
    for (int bound = 0; bound < open.size(); bound++) {
      while (!open.get(bound).isEmpty()) {
        // The latest first: of equal bounds the one nearest to the end.
        Node node = open.get(bound).removeLast();
        SokobanLevel level = node.level();
        long players = seen.getOrDefault(level.boxes(), 0L);
        if ((players & SokobanLevel.bit(level.player())) != 0) {
          continue;
        }
        seen.put(level.boxes(), players | SokobanLevel.bit(level.player()));
        if (level.isSolved()) {
          return Optional.of(way(node));
        }
        if (++looked > most) {
          return Optional.empty();
        }
        for (Direction direction : Direction.values()) {
          Optional<SokobanLevel> next = level.moved(direction);
          if (next.isPresent() && !isStuck(next.get())) {
            add(open, new Node(next.get(), node.steps() + 1, node, direction));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static void add(List<Deque<Node>> open, Node node) {
    int bound = node.steps() + node.level().distance();
    while (open.size() <= bound) {
      open.add(new ArrayDeque<>());
    }
    open.get(bound).addLast(node);
  }

  private static List<Direction> way(Node end) {
    List<Direction> way = new ArrayList<>();
    for (Node at = end; at != null && at.by() != null; at = at.before()) {
      way.add(at.by());
    }
    Collections.reverse(way);
    return way;
  }

  private static boolean isStuck(SokobanLevel level) {
    for (long boxes = level.boxes() & ~level.goals(); boxes != 0; boxes &= boxes - 1) {
      int box = Long.numberOfTrailingZeros(boxes);
      boolean vertical = isWall(level, Direction.UP, box) || isWall(level, Direction.DOWN, box);
      boolean horizontal =
          isWall(level, Direction.LEFT, box) || isWall(level, Direction.RIGHT, box);
      if (vertical && horizontal) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWall(SokobanLevel level, Direction direction, int cell) {
    return (level.walls() & SokobanLevel.bit(direction.from(cell, level.size()))) != 0;
  }
}
