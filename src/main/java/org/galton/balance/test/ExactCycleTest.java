package org.galton.balance.test;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.galton.balance.TransitionCounts;
import org.galton.numerics.Expect;
import org.galton.numerics.PortableStream;

/**
 * Tests detailed balance without an estimate of the potential: exact at any counts, p &lt;= a with
 * probability a at most.
 *
 * <p>In detailed balance, of the n moves between f and g, N(f→g) are binomial with ln odds V(f) -
 * V(g) + ln A(f)/A(g). Given the totals n and the net outflow of every state, which is sufficient
 * for V, neither V nor attempts matter: a table of counts is as probable as the product of
 *
 * <pre>  n! / (N(f→g)! N(g→f)!)   over pairs.</pre>
 *
 * <p>Such tables differ by moves passed around cycles. One sequence of cycles is drawn; moves are
 * passed around it backwards from the data to a root, then forwards from the root, once a
 * simulation. Data and simulations are then exchangeable, and
 *
 * <pre>  p = (1 + simulations with U at or above that of the data) / (1 + simulations),
 *   U = sum over pairs of ln N(f→g)! + ln N(g→f)!.</pre>
 *
 * <p>This holds however few steps are made and whether or not the cycles reach every table; both
 * only cost power. Pairs seen one way take part. Pairs between strongly connected components do
 * not: no cycle leads back over them. Without a cycle inside a component nothing is tested. Several
 * moves at once are passed where counts are large (their number depends on totals alone). Memory:
 * the pairs once a thread, and the cycles. Cost: simulations times steps times the length of a
 * cycle; simulations run in parallel with the same result.
 *
 * <p>Besag and Clifford, Generalized Monte Carlo significance tests, Biometrika 76, 1989.
 *
 * @param seed of all random numbers
 * @param simulations 1 or more; the least p is 1 / (1 + simulations)
 * @param steps of a simulation; absent for 20 a cycle, but 200 at least and 60,000 at most
 * @param mostTriangles where there are more, as many are drawn from them
 */
public record ExactCycleTest(long seed, int simulations, OptionalInt steps, int mostTriangles) {
  private static final String GROUP = "exact-cycle";

  public ExactCycleTest {
    Expect.that(simulations >= 1, "simulations", simulations, "1 or more");
    Expect.that(steps.orElse(1) >= 1, "steps", steps.orElse(1), "1 or more");
    Expect.that(mostTriangles >= 1, "most triangles", mostTriangles, "1 or more");
  }

  /** 199 simulations, 200,000 triangles at most. */
  public static ExactCycleTest withSeed(long seed) {
    return new ExactCycleTest(seed, 199, OptionalInt.empty(), 200_000);
  }

  public ExactCycleTest withSimulations(int number) {
    return new ExactCycleTest(seed, number, steps, mostTriangles);
  }

  public ExactCycleTest withSteps(int number) {
    return new ExactCycleTest(seed, simulations, OptionalInt.of(number), mostTriangles);
  }

  public ExactCycleTest withMostTriangles(int number) {
    return new ExactCycleTest(seed, simulations, steps, number);
  }

  public ExactCycleResult test(TransitionCounts counts) {
    PairGraph graph = PairGraph.returnable(counts);
    List<int[]> cycles = CycleSet.of(graph, mostTriangles, stream("cycles", 0));
    if (cycles.isEmpty()) {
      return new ExactCycleResult(OptionalDouble.empty(), 0, 0);
    }
    int length = steps.orElse((int) Math.min(60_000, Math.max(200, 20L * cycles.size())));
    PortableStream drawn = stream("sequence", 0);
    int[] sequence = IntStream.range(0, length).map(i -> drawn.below(cycles.size())).toArray();
    CycleWalk walk = new CycleWalk(graph, cycles);
    long[] root = graph.up.clone();
    PortableStream back = stream("back", 0);
    for (int i = length - 1; i >= 0; i--) {
      walk.step(sequence[i], root, back);
    }
    double observed = walk.improbability(graph.up);
    // Equal in exact arithmetic must count as equal.
    double least = observed - 1e-12 * Math.abs(observed);
    long exceedances =
        IntStream.range(0, simulations)
            .parallel()
            .filter(i -> walk.improbability(forward(walk, sequence, root, i)) >= least)
            .count();
    double pValue = (1.0 + exceedances) / (1.0 + simulations);
    return new ExactCycleResult(OptionalDouble.of(pValue), cycles.size(), length);
  }

  private long[] forward(CycleWalk walk, int[] sequence, long[] root, int simulation) {
    PortableStream random = stream("forward", simulation);
    long[] up = root.clone();
    for (int cycle : sequence) {
      walk.step(cycle, up, random);
    }
    return up;
  }

  private PortableStream stream(String purpose, int replicate) {
    return PortableStream.of(seed, GROUP, purpose, replicate);
  }
}
