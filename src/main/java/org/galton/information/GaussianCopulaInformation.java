package org.galton.information;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * {@link GaussianInformation} of normal scores: each value is replaced by the normal quantile of
 * rank / (n + 1). Invariant to monotone maps of each column; with columns of any distribution a
 * lower bound of the information, apart from sampling error, and exact where a Gaussian copula
 * binds them. Equal values share their mean rank: ranks in order of appearance would tie two
 * columns of equal values to each other. Cost: a sort a column.
 *
 * <p>Ince et al., A statistical framework for neuroimaging data analysis based on mutual
 * information estimated via a Gaussian copula, Human Brain Mapping 38, 2017.
 *
 * @param gaussian what is estimated from the scores
 */
public record GaussianCopulaInformation(GaussianInformation gaussian)
    implements ContinuousEstimator {

  /** Corrected for bias. */
  public static GaussianCopulaInformation withDefaults() {
    return new GaussianCopulaInformation(GaussianInformation.withDefaults());
  }

  public GaussianCopulaInformation with(GaussianInformation option) {
    return new GaussianCopulaInformation(option);
  }

  @Override
  public int leastObservations(int columns) {
    return gaussian.leastObservations(columns);
  }

  @Override
  public double information(double[][] x, double[][] y) {
    SampleMatrix.checked(x, y, this);
    return gaussian.information(scores(x), scores(y));
  }

  private static double[][] scores(double[][] columns) {
    return Arrays.stream(columns).map(GaussianCopulaInformation::scores).toArray(double[][]::new);
  }

  private static double[] scores(double[] column) {
    int n = column.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted((i, j) -> Double.compare(column[i], column[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    NormalDistribution normal = new NormalDistribution();
    double[] scores = new double[n];
    int from = 0;
    while (from < n) {
      int to = from + 1;
      while (to < n && column[order[to]] == column[order[from]]) {
        to++;
      }
      double rank = (from + 1 + to) / 2.0;
      double score = normal.inverseCumulativeProbability(rank / (n + 1));
      for (int i = from; i < to; i++) {
        scores[order[i]] = score;
      }
      from = to;
    }
    return scores;
  }
}
