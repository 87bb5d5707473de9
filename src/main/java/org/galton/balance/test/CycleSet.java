package org.galton.balance.test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.numerics.PortableStream;

/**
 * Cycles of a graph of pairs to pass moves around: triangles, 4-cycles found at random, and those
 * that the pairs outside a spanning forest close. Depends on the graph and a seed alone, never on
 * the way that moves went.
 */
final class CycleSet {
  /** Most steps of all cycles from the forest together; longer ones are left out first. */
  private static final int LONGEST_ALTOGETHER = 2_000_000;

  private static final int MOST_SQUARES = 20_000;

  private final PairGraph graph;
  private final List<int[]> cycles = new ArrayList<>();

  private CycleSet(PairGraph graph) {
    this.graph = graph;
  }

  /**
   * Each cycle as a list of steps: a pair, or ~pair where it is passed from its higher state.
   *
   * @param mostTriangles where there are more, so many are chosen, each with the same probability
   */
  static List<int[]> of(PairGraph graph, int mostTriangles, PortableStream random) {
    CycleSet set = new CycleSet(graph);
    boolean complete = set.addTriangles(mostTriangles, random);
    set.addSquares(random);
    set.addFundamental(complete ? 4 : 3);
    return set.cycles;
  }

  /** Whether all were added. */
  private boolean addTriangles(int most, PortableStream random) {
    long[] found = {0};
    Triples.visitAll(
        graph,
        (ab, ac, bc) -> {
          found[0]++;
          if (cycles.size() < most) {
            cycles.add(new int[] {ab, bc, ~ac});
          } else {
            long place = (long) (random.unit() * found[0]);
            if (place < most) {
              cycles.set((int) place, new int[] {ab, bc, ~ac});
            }
          }
        });
    return found[0] <= most;
  }

  /** From random pairs, as many attempts as there are pairs; those with a corner twice fail. */
  private void addSquares(PortableStream random) {
    int attempts = Math.min(MOST_SQUARES, graph.pairs());
    for (int i = 0; i < attempts; i++) {
      int pair = random.below(graph.pairs());
      int a = graph.low[pair];
      int b = graph.high[pair];
      int fromA = random.below(graph.degree(a));
      int fromB = random.below(graph.degree(b));
      int d = graph.neighbour(a, fromA);
      int c = graph.neighbour(b, fromB);
      if (c != a && d != b && c != d) {
        int closing = graph.pairOf(c, d);
        if (closing >= 0) {
          cycles.add(
              new int[] {
                pair,
                graph.step(graph.pair(b, fromB), b),
                graph.step(closing, c),
                graph.step(graph.pair(a, fromA), d)
              });
        }
      }
    }
  }

  /** The shortest first, until the budget is spent; one at least. */
  private void addFundamental(int shortest) {
    PairForest forest = new PairForest(graph);
    int[] outside =
        IntStream.range(0, graph.pairs())
            .filter(pair -> !isBranch(forest, pair))
            .boxed()
            .sorted(Comparator.comparingInt(pair -> longest(forest, pair)))
            .mapToInt(Integer::intValue)
            .toArray();
    long budget = LONGEST_ALTOGETHER;
    for (int i = 0; i < outside.length && (i == 0 || longest(forest, outside[i]) <= budget); i++) {
      int[] cycle = fundamental(forest, outside[i]);
      budget -= cycle.length;
      if (cycle.length >= shortest) {
        cycles.add(cycle);
      }
    }
  }

  private boolean isBranch(PairForest forest, int pair) {
    return forest.pairs[graph.low[pair]] == pair || forest.pairs[graph.high[pair]] == pair;
  }

  /** Steps of the cycle if its states met at the root only. */
  private int longest(PairForest forest, int pair) {
    return forest.depths[graph.low[pair]] + forest.depths[graph.high[pair]] + 1;
  }

  /** Over the pair to its higher state, up to where both meet, and down to its lower state. */
  private int[] fundamental(PairForest forest, int pair) {
    int[] steps = new int[longest(forest, pair)];
    int filled = 0;
    int back = steps.length;
    steps[filled++] = pair;
    int from = graph.high[pair];
    int to = graph.low[pair];
    while (from != to) {
      if (forest.depths[from] >= forest.depths[to]) {
        steps[filled++] = graph.step(forest.pairs[from], from);
        from = forest.parents[from];
      } else {
        steps[--back] = graph.step(forest.pairs[to], forest.parents[to]);
        to = forest.parents[to];
      }
    }
    int[] cycle = Arrays.copyOf(steps, filled + steps.length - back);
    System.arraycopy(steps, back, cycle, filled, steps.length - back);
    return cycle;
  }
}
