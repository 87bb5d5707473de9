package org.galton.balance;

/**
 * Coordinate descent on the action of a component, over single states and over whole clusters of
 * its {@link ClusterTree}: each is shifted until what flows out of it, weighted by -K', equals what
 * flows in. For {@link ViolationFunction#EXP} a shift is exact,
 *
 * <pre>V &lt;- V + ln out - ln in,</pre>
 *
 * for the logistic function it is Newton's for that equation, which is nearly linear. All sums are
 * of logarithms, so potentials may span hundreds of nats. Clusters carry what single states do not:
 * a cut whose moves are 1e-20 of those on its sides is lost to rounding in a state's own balance.
 *
 * <p>A cluster costs its smaller half: a sweep is O(moves log states) at worst.
 */
final class ClusterSweep {
  /**
   * The mismatch falls by 0 to 2 for every nat of shift: a shift of no more than itself leaves no
   * larger one behind, while Newton's from where it is flat would lead far beyond.
   */
  private static final double LEAST_DECAY = 1;

  private final ComponentGraph graph;
  private final ViolationFunction function;
  private final LogFlow out = new LogFlow();
  private final LogFlow in = new LogFlow();

  ClusterSweep(ComponentGraph graph, ViolationFunction function) {
    this.graph = graph;
    this.function = function;
  }

  /** Joins clusters from the strongest pair on, each at its balance: exact in detailed balance. */
  double[] start() {
    double[] potential = new double[graph.states()];
    ClusterTree tree = graph.tree();
    for (int merge = 0; merge < tree.merges(); merge++) {
      shiftSmaller(potential, merge, tree.low()[merge], tree.high()[merge]);
    }
    return potential;
  }

  /**
   * Shifts every state, then every cluster.
   *
   * @return the largest |ln out - ln in| met
   */
  double sweep(double[] potential) {
    double largest = 0;
    for (int place = 0; place < graph.states(); place++) {
      largest = Math.max(largest, shift(potential, place, place + 1, 0, graph.states()));
    }
    for (int merge = 0; merge < graph.tree().merges(); merge++) {
      largest = Math.max(largest, shiftSmaller(potential, merge, 0, graph.states()));
    }
    return largest;
  }

  private double shiftSmaller(double[] potential, int merge, int from, int to) {
    int low = graph.tree().low()[merge];
    int middle = graph.tree().middle()[merge];
    int high = graph.tree().high()[merge];
    return middle - low < high - middle
        ? shift(potential, low, middle, from, to)
        : shift(potential, middle, high, from, to);
  }

  /** Balances places low to high against the rest of places from to to. */
  private double shift(double[] potential, int low, int high, int from, int to) {
    out.clear();
    in.clear();
    for (int place = low; place < high; place++) {
      for (int entry = graph.row(place); entry < graph.row(place + 1); entry++) {
        int other = graph.neighbour(entry);
        if ((other < low || other >= high) && other >= from && other < to) {
          add(entry, potential[place] - potential[other]);
        }
      }
    }
    if (out.empty() || in.empty()) {
      return 0;
    }
    double mismatch = out.logarithm() - in.logarithm();
    double shift = mismatch / Math.max(out.decay() + in.decay(), LEAST_DECAY);
    for (int place = low; place < high; place++) {
      potential[place] += shift;
    }
    return Math.abs(mismatch);
  }

  private void add(int entry, double fall) {
    if (graph.out(entry) > Double.NEGATIVE_INFINITY) {
      out.add(graph.out(entry) + function.logSlope(fall), function.decay(fall));
    }
    if (graph.in(entry) > Double.NEGATIVE_INFINITY) {
      in.add(graph.in(entry) + function.logSlope(-fall), function.decay(-fall));
    }
  }
}
