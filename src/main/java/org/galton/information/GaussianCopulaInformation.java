package org.galton.information;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.galton.numerics.MidRanks;

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
    NormalDistribution normal = new NormalDistribution();
    return Arrays.stream(MidRanks.of(column))
        .map(rank -> normal.inverseCumulativeProbability(rank / (column.length + 1)))
        .toArray();
  }
}
