package org.galton.balance;

import java.util.Arrays;

/** Tarjan's search with a stack of its own: a chain of 100,000 states would end the thread's. */
final class Tarjan {
  private final MoveKernel kernel;
  private final int[] rows;
  private final int[] next;
  private final int[] visited;
  private final int[] low;
  private final int[] of;
  private final int[] path;
  private final int[] open;
  private int opened;
  private int visits;
  private int components;

  private Tarjan(MoveKernel kernel) {
    this.kernel = kernel;
    int states = kernel.states().size();
    rows = kernel.rows();
    next = rows.clone();
    visited = new int[states];
    low = new int[states];
    of = new int[states];
    path = new int[states];
    open = new int[states];
  }

  /**
   * @param of component of each state; moves lead from higher components to lower ones
   */
  record Found(int[] of, int components) {}

  static Found components(MoveKernel kernel) {
    Tarjan search = new Tarjan(kernel);
    Arrays.fill(search.of, -1);
    for (int state = 0; state < search.of.length; state++) {
      if (search.visited[state] == 0) {
        search.from(state);
      }
    }
    return new Found(search.of, search.components);
  }

  private void from(int root) {
    int depth = 0;
    path[0] = enter(root);
    while (depth >= 0) {
      int state = path[depth];
      if (next[state] < rows[state + 1]) {
        int target = kernel.target(next[state]++);
        if (visited[target] == 0) {
          path[++depth] = enter(target);
        } else if (of[target] < 0) {
          low[state] = Math.min(low[state], visited[target]);
        }
      } else {
        if (low[state] == visited[state]) {
          close(state);
        }
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[state]);
        }
      }
    }
  }

  private int enter(int state) {
    visited[state] = ++visits;
    low[state] = visits;
    open[opened++] = state;
    return state;
  }

  private void close(int root) {
    int state;
    do {
      state = open[--opened];
      of[state] = components;
    } while (state != root);
    components++;
  }
}
