package org.galton.balance;

import java.util.Arrays;

/**
 * Which states lead to each other and back: a number for each strongly connected component of a
 * graph. Tarjan's algorithm with a stack of its own, O(states + moves).
 *
 * <p>Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1, 1972.
 */
final class StrongParts {
  private final int[] offsets;
  private final int[] targets;
  private final int[] order;
  private final int[] lowest;
  private final int[] part;
  private final int[] open;
  private int opened;
  private int reached;
  private int parts;

  private StrongParts(int[] offsets, int[] targets) {
    int states = offsets.length - 1;
    this.offsets = offsets;
    this.targets = targets;
    order = new int[states];
    lowest = new int[states];
    part = new int[states];
    open = new int[states];
    Arrays.fill(order, -1);
    Arrays.fill(part, -1);
  }

  /** The component of each state, numbered as they are found. */
  static int[] of(TransitionCounts counts) {
    int states = counts.states().size();
    int[] offsets = new int[states + 1];
    int[] targets = new int[counts.moves()];
    for (int move = 0; move < targets.length; move++) {
      offsets[counts.source(move) + 1]++;
      targets[move] = counts.target(move);
    }
    Arrays.parallelPrefix(offsets, Integer::sum);
    StrongParts parts = new StrongParts(offsets, targets);
    for (int state = 0; state < states; state++) {
      if (parts.order[state] < 0) {
        parts.explore(state);
      }
    }
    return parts.part;
  }

  private void explore(int root) {
    int[] path = new int[16];
    int[] next = new int[16];
    int depth = 0;
    path[0] = root;
    next[0] = enter(root);
    while (depth >= 0) {
      int state = path[depth];
      if (next[depth] == offsets[state + 1]) {
        leave(state);
        depth--;
        if (depth >= 0) {
          lowest[path[depth]] = Math.min(lowest[path[depth]], lowest[state]);
        }
        continue;
      }
      int target = targets[next[depth]++];
      if (order[target] < 0) {
        depth++;
        if (depth == path.length) {
          path = Arrays.copyOf(path, 2 * depth);
          next = Arrays.copyOf(next, 2 * depth);
        }
        path[depth] = target;
        next[depth] = enter(target);
      } else if (part[target] < 0) {
        lowest[state] = Math.min(lowest[state], order[target]);
      }
    }
  }

  /** The first move out of a state. */
  private int enter(int state) {
    order[state] = reached;
    lowest[state] = reached++;
    open[opened++] = state;
    return offsets[state];
  }

  private void leave(int state) {
    if (lowest[state] == order[state]) {
      int member;
      do {
        member = open[--opened];
        part[member] = parts;
      } while (member != state);
      parts++;
    }
  }
}
