package org.galton.emergence.differentiation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.galton.emergence.NullModel;
import org.galton.information.CountTable;
import org.galton.information.DiscreteEstimator;
import org.galton.information.DiscreteSeries;
import org.galton.information.Discretization;
import org.galton.information.NullComparison;
import org.galton.numerics.Expect;
import org.galton.numerics.PortableStream;

/**
 * How much a value tells about who gave it: the mutual information of agent and bin, with one set
 * of edges for the whole group.
 *
 * <pre>  I(agent; bin) &lt;= min(log2 N, log2 K) bits</pre>
 *
 * <p>With strongly separated roles two bins are too few: take four. Biased upward by about (N - 1)
 * (K - 1) / (2 N T ln 2) bits, so read it beside its null: in each round the values are dealt to
 * the agents anew, which keeps what all do in a round and, unlike the tests of {@link
 * AgentDifferentiation}, needs no normal residuals. Cost: N T a replicate.
 *
 * @param bins K, 2 or more
 * @param estimator with a table of probabilities or without
 */
public record IdentityInformation(int bins, DiscreteEstimator estimator) {

  public IdentityInformation {
    Expect.that(bins >= 2, "bins", bins, "2 or more");
  }

  /** Two bins, the plug-in estimator: the null takes the bias away. */
  public static IdentityInformation withDefaults() {
    return new IdentityInformation(2, DiscreteEstimator.PLUG_IN);
  }

  public IdentityInformation withBins(int number) {
    return new IdentityInformation(number, estimator);
  }

  public IdentityInformation with(DiscreteEstimator option) {
    return new IdentityInformation(bins, option);
  }

  /**
   * In bits.
   *
   * @param values finite numbers by agent, then by round; one agent and one round or more
   */
  public double measure(double[][] values) {
    int rounds = rounds(values);
    return information(identities(values.length, rounds), letters(values));
  }

  /**
   * Beside values dealt anew, from the streams of {@link NullModel#ROW}.
   *
   * @param group names the streams
   * @param values finite numbers by agent, then by round; one agent and one round or more
   * @param replicates 1 or more
   */
  public NullComparison test(String group, double[][] values, int replicates, long seed) {
    Expect.that(replicates >= 1, "replicates", replicates, "1 or more");
    int rounds = rounds(values);
    DiscreteSeries identities = identities(values.length, rounds);
    DiscreteSeries letters = letters(values);
    double[] surrogates =
        IntStream.range(0, replicates)
            .mapToObj(b -> PortableStream.of(seed, group, NullModel.ROW.label(), b))
            .map(stream -> letters.reordered(dealt(values.length, rounds, stream)))
            .mapToDouble(surrogate -> information(identities, surrogate))
            .toArray();
    return NullComparison.of(information(identities, letters), surrogates);
  }

  private static int rounds(double[][] values) {
    Expect.that(values.length >= 1, "number of agents", values.length, "1 or more");
    int rounds = values[0].length;
    Expect.that(rounds >= 1, "number of rounds", rounds, "1 or more");
    AgentRows.check(values, rounds);
    return rounds;
  }

  /** Dealing keeps all values of the group, so the edges need not be found again. */
  private static int[] dealt(int agents, int rounds, PortableStream stream) {
    int[] places = new int[agents * rounds];
    for (int t = 0; t < rounds; t++) {
      int[] permutation = stream.permutation(agents);
      for (int i = 0; i < agents; i++) {
        places[i * rounds + t] = permutation[i] * rounds + t;
      }
    }
    return places;
  }

  private static DiscreteSeries identities(int agents, int rounds) {
    return DiscreteSeries.of(IntStream.range(0, agents * rounds).map(i -> i / rounds).toArray());
  }

  private DiscreteSeries letters(double[][] values) {
    double[] all = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
    return new Discretization(bins).of(all);
  }

  private double information(DiscreteSeries identities, DiscreteSeries letters) {
    return estimator.information(CountTable.of(identities, letters), new int[] {0}, new int[] {1});
  }
}
