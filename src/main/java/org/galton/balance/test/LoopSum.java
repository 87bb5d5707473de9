package org.galton.balance.test;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.commons.math3.special.Erf;

/** Adds up the affinities of triangles, and keeps the most significant ones. */
final class LoopSum implements Triples.Visitor {
  private static final double LARGEST_PUBLISHED_VARIANCE = 100;

  /** a→b→c→a, by the numbers of its states. */
  record Loop(int a, int b, int c, double forward, double backward, double sd) {
    static final Comparator<Loop> LARGEST_FIRST =
        Comparator.comparingDouble(Loop::score)
            .reversed()
            .thenComparingInt(Loop::a)
            .thenComparingInt(Loop::b)
            .thenComparingInt(Loop::c);

    double affinity() {
      return forward - backward;
    }

    double score() {
      return Math.abs(affinity()) / sd;
    }

    double pValue() {
      return Erf.erfc(score() / Math.sqrt(2));
    }

    TriangleLoop named(List<String> states, double qValue) {
      return new TriangleLoop(
          states.get(a),
          states.get(b),
          states.get(c),
          forward,
          backward,
          affinity(),
          sd,
          pValue(),
          qValue);
    }
  }

  private final PairGraph graph;
  private final double[] divisors;
  private final int most;
  private final PriorityQueue<Loop> kept = new PriorityQueue<>(Loop.LARGEST_FIRST.reversed());
  private long loops;
  private double squares;
  private long publishedLoops;
  private double publishedSquares;

  LoopSum(PairGraph graph, double[] divisors, int most) {
    this.graph = graph;
    this.divisors = divisors;
    this.most = most;
  }

  @Override
  public void visit(int ab, int ac, int bc) {
    int a = graph.low[ab];
    int b = graph.high[ab];
    int c = graph.high[ac];
    if (!(divisors[a] > 0 && divisors[b] > 0 && divisors[c] > 0)) {
      return;
    }
    double all = Math.log(divisors[a]) + Math.log(divisors[b]) + Math.log(divisors[c]);
    double forward =
        Math.log(graph.up[ab]) + Math.log(graph.up[bc]) + Math.log(graph.down[ac]) - all;
    double backward =
        Math.log(graph.up[ac]) + Math.log(graph.down[bc]) + Math.log(graph.down[ab]) - all;
    double variance = inverse(ab) + inverse(ac) + inverse(bc);
    Loop loop = new Loop(a, b, c, forward, backward, Math.sqrt(variance));
    double square = loop.affinity() * loop.affinity();
    loops++;
    squares += square / variance;
    double published = variance + 2 * (1 / divisors[a] + 1 / divisors[b] + 1 / divisors[c]);
    if (published < LARGEST_PUBLISHED_VARIANCE) {
      publishedLoops++;
      publishedSquares += square / published;
    }
    if (kept.size() < most) {
      kept.add(loop);
    } else if (Loop.LARGEST_FIRST.compare(loop, kept.element()) < 0) {
      kept.remove();
      kept.add(loop);
    }
  }

  private double inverse(int pair) {
    return 1.0 / graph.up[pair] + 1.0 / graph.down[pair];
  }

  long loops() {
    return loops;
  }

  double squares() {
    return squares;
  }

  long publishedLoops() {
    return publishedLoops;
  }

  double publishedSquares() {
    return publishedSquares;
  }

  /** The most significant first. */
  List<Loop> largest() {
    return kept.stream().sorted(Loop.LARGEST_FIRST).toList();
  }
}
