package org.galton.information;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.galton.numerics.Expect;
import org.galton.numerics.PortableStream;

/**
 * Compares statistics with their values on shuffled data. One-sided: large values are evidence.
 * Exact for exchangeable observations at any sample size: p &lt;= a with probability a at most.
 * Observations in a time series are not exchangeable; shuffling them also destroys what a series
 * says about itself. Replicates run in parallel, with the same result. Cost: the statistics, once a
 * replicate.
 *
 * <p>Phipson and Smyth, Permutation p-values should never be zero, Statistical Applications in
 * Genetics and Molecular Biology 9, 2010.
 *
 * @param replicates surrogates, 1 or more; the smallest possible p is 1 / (1 + replicates)
 * @param seed of all streams
 */
public record PermutationTest(int replicates, long seed) {
  private static final String PURPOSE = "permutation";

  public PermutationTest {
    Expect.that(replicates >= 1, "replicates", replicates, "1 or more");
  }

  /** 200 replicates, seed 42. */
  public static PermutationTest withDefaults() {
    return new PermutationTest(200, 42);
  }

  public PermutationTest withReplicates(int number) {
    return new PermutationTest(number, seed);
  }

  public PermutationTest withSeed(long option) {
    return new PermutationTest(replicates, option);
  }

  /**
   * One comparison a statistic.
   *
   * @param group names the data: its streams are its own
   * @param observed the statistics
   * @param surrogate the same statistics after a shuffle drawn from the stream; called from several
   *     threads
   */
  public List<NullComparison> compare(
      String group, double[] observed, Function<PortableStream, double[]> surrogate) {
    return compare(group, observed, surrogate, i -> false);
  }

  /**
   * @param signed whether low values of a statistic say as much as high ones: its p is two-sided
   */
  public List<NullComparison> compare(
      String group,
      double[] observed,
      Function<PortableStream, double[]> surrogate,
      IntPredicate signed) {
    double[][] drawn =
        IntStream.range(0, replicates)
            .parallel()
            .mapToObj(b -> surrogate.apply(PortableStream.of(seed, group, PURPOSE, b)))
            .toArray(double[][]::new);
    return IntStream.range(0, observed.length)
        .mapToObj(
            i -> {
              double[] surrogates =
                  IntStream.range(0, replicates).mapToDouble(b -> drawn[b][i]).toArray();
              return signed.test(i)
                  ? NullComparison.twoSided(observed[i], surrogates)
                  : NullComparison.of(observed[i], surrogates);
            })
        .toList();
  }
}
