package org.galton.balance.potential;

/**
 * Coordinate descent on the action of a component, over single states and over whole clusters of
 * its {@link ClusterTree}: each is shifted until what flows out of it, weighted by -K', equals what
 * flows in. For {@link ViolationFunction#EXP} a shift is exact,
 *
 * <pre>V &lt;- V + ln out - ln in,</pre>
 *
 * for the logistic function it is one step of Newton's for that equation, which is nearly linear
 * but far from balance, where the root is bracketed first. All sums are of logarithms, so
 * potentials may span hundreds of nats. Clusters carry what single states do not: a cut whose moves
 * are 1e-20 of those on its sides is lost to rounding in a state's own balance.
 *
 * <p>A cluster costs its smaller half: a sweep is O(moves log states) at worst.
 */
final class ClusterSweep {
  /** Nats over which the rate of decay changes too little to mislead a step. */
  private static final double NEAR = 1;

  private static final int MOST_HALVINGS = 100;
  private static final int POLISHES = 2;

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
    double mismatch = mismatch(potential, low, high, from, to, 0);
    if (out.empty() || in.empty()) {
      return 0;
    }
    double shift = mismatch / (out.decay() + in.decay());
    if (!(Math.abs(shift) <= NEAR) && function != ViolationFunction.EXP) {
      shift = bracketed(potential, low, high, from, to, mismatch);
    }
    for (int place = low; place < high; place++) {
      potential[place] += shift;
    }
    return Math.abs(mismatch);
  }

  /** ln out - ln in of the places after a shift: it falls with the shift, by 0 to 2 for a nat. */
  private double mismatch(double[] potential, int low, int high, int from, int to, double shift) {
    out.clear();
    in.clear();
    for (int place = low; place < high; place++) {
      for (int entry = graph.row(place); entry < graph.row(place + 1); entry++) {
        int other = graph.neighbour(entry);
        if ((other < low || other >= high) && other >= from && other < to) {
          add(entry, potential[place] + shift - potential[other]);
        }
      }
    }
    return out.logarithm() - in.logarithm();
  }

  /** Between shifts whose mismatches are opposite, halved until Newton's steps lead to the root. */
  private double bracketed(
      double[] potential, int low, int high, int from, int to, double mismatch) {
    double sign = Math.signum(mismatch);
    double before = Math.abs(mismatch) / 2;
    double after = Math.abs(mismatch);
    for (int i = 0; i < MOST_HALVINGS; i++) {
      if (sign * mismatch(potential, low, high, from, to, sign * after) <= 0) {
        break;
      }
      before = after;
      after *= 2;
    }
    for (int i = 0; i < MOST_HALVINGS && after - before > NEAR; i++) {
      double middle = (before + after) / 2;
      if (sign * mismatch(potential, low, high, from, to, sign * middle) > 0) {
        before = middle;
      } else {
        after = middle;
      }
    }
    double shift = sign * (before + after) / 2;
    for (int i = 0; i < POLISHES; i++) {
      double left = mismatch(potential, low, high, from, to, shift);
      double polished = shift + left / (out.decay() + in.decay());
      if (sign * polished < before || sign * polished > after) {
        break;
      }
      shift = polished;
    }
    return shift;
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
