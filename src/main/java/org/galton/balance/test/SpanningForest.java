package org.galton.balance.test;

import java.util.Arrays;
import org.galton.balance.MovePairs;

/**
 * A potential that agrees with the log ratios of the pairs of a spanning forest, breadth first from
 * the first state of every tree.
 *
 * @param potential in nats, 0 at each root
 * @param edges pairs of the forest
 */
record SpanningForest(double[] potential, int edges) {

  /** Of the pairs with moves both ways. */
  static SpanningForest of(MovePairs pairs, int states) {
    int[] rows = new int[states + 1];
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.bothWays(pair)) {
        rows[pairs.first(pair) + 1]++;
        rows[pairs.second(pair) + 1]++;
      }
    }
    for (int state = 0; state < states; state++) {
      rows[state + 1] += rows[state];
    }
    int[] touching = new int[rows[states]];
    int[] filled = Arrays.copyOf(rows, states);
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (pairs.bothWays(pair)) {
        touching[filled[pairs.first(pair)]++] = pair;
        touching[filled[pairs.second(pair)]++] = pair;
      }
    }
    double[] potential = new double[states];
    boolean[] seen = new boolean[states];
    int[] queue = new int[states];
    int edges = 0;
    for (int root = 0; root < states; root++) {
      if (!seen[root]) {
        seen[root] = true;
        queue[0] = root;
        int end = 1;
        for (int next = 0; next < end; next++) {
          int state = queue[next];
          for (int i = rows[state]; i < rows[state + 1]; i++) {
            int pair = touching[i];
            boolean forward = pairs.first(pair) == state;
            int other = forward ? pairs.second(pair) : pairs.first(pair);
            if (!seen[other]) {
              double fall = pairs.logForward(pair) - pairs.logBackward(pair);
              potential[other] = potential[state] - (forward ? fall : -fall);
              seen[other] = true;
              queue[end++] = other;
            }
          }
        }
        edges += end - 1;
      }
    }
    return new SpanningForest(potential, edges);
  }
}
