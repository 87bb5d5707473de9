package org.galton.balance.test;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.galton.balance.TransitionCounts;
import org.galton.numerics.Expect;
import org.galton.statistics.test.BenjaminiHochberg;

/**
 * The published check of detailed balance: over a loop of three states the logarithms of T add up
 * to the same both ways round. Each unordered triple once, all six counts at or above a least one.
 *
 * <pre>  affinity = ln N(ab) N(bc) N(ca) / (N(ba) N(cb) N(ac)),  variance = sum of the six 1/N
 * </pre>
 *
 * <p>The variance is the delta method's. The released script adds 2 (1/N0(a) + 1/N0(b) + 1/N0(c)),
 * though N0 cancels, and leaves loops out whose total is 100 or more; its figure is given beside. T
 * is N/N0, not cut to 1. Cost: pairs^1.5; memory: the loops listed.
 *
 * <p>Song, Cao, Luo, Zhu, arXiv:2512.10047.
 *
 * @param least count of each of the six moves, 1 or more
 * @param most loops listed, the most significant; q-values of a list that was cut are upper bounds
 */
public record Triangles(long least, int most) {

  public Triangles {
    Expect.that(least >= 1, "least count", least, "1 or more");
    Expect.that(most >= 1, "most loops listed", most, "1 or more");
  }

  /** Counts of 1 and more, 10,000 loops listed at most. */
  public static Triangles withDefaults() {
    return new Triangles(1, 10_000);
  }

  public Triangles withLeast(long count) {
    return new Triangles(count, most);
  }

  public Triangles withMost(int loops) {
    return new Triangles(least, loops);
  }

  /** With attempts for N0. */
  public TriangleFigures of(TransitionCounts counts) {
    int states = counts.states().size();
    return of(counts, IntStream.range(0, states).mapToDouble(counts::attempts).toArray());
  }

  /**
   * @param divisors N0 of each state; 0 for a state that was dropped, with its loops
   */
  public TriangleFigures of(TransitionCounts counts, double[] divisors) {
    int states = counts.states().size();
    Expect.that(
        divisors.length == states, "number of N0", divisors.length, states + ", the states");
    PairGraph graph = PairGraph.twoWay(counts, least);
    LoopSum sum = new LoopSum(graph, divisors, most);
    Triples.visitAll(graph, sum);
    return new TriangleFigures(
        sum.loops(),
        mean(sum.squares(), sum.loops()),
        mean(sum.publishedSquares(), sum.publishedLoops()),
        sum.publishedLoops(),
        listed(counts, sum));
  }

  private static OptionalDouble mean(double sum, long number) {
    return number == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / number);
  }

  private static List<TriangleLoop> listed(TransitionCounts counts, LoopSum sum) {
    List<LoopSum.Loop> loops = sum.largest();
    double[] q = BenjaminiHochberg.of(loops.stream().mapToDouble(LoopSum.Loop::pValue).toArray());
    double left = loops.isEmpty() ? 1 : (double) sum.loops() / loops.size();
    return IntStream.range(0, loops.size())
        .mapToObj(i -> loops.get(i).named(counts.states(), Math.min(1, q[i] * left)))
        .toList();
  }
}
