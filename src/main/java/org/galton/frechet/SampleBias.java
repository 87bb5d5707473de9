package org.galton.frechet;

import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.galton.numerics.Expect;

/**
 * How far two samples of the same standard normal law are apart: what the distance of samples is
 * when nothing differs. By simulation.
 *
 * @param dimensions 1 or more
 * @param vectors of each sample, 2 or more
 * @param value mean of the squared Fréchet distance over the pairs of samples
 * @param standardError of that mean
 */
public record SampleBias(int dimensions, int vectors, double value, double standardError) {

  /**
   * @param pairs of samples, 2 or more
   */
  public static SampleBias of(int dimensions, int vectors, int pairs, long seed) {
    Expect.that(dimensions >= 1, "dimensions", dimensions, "1 or more");
    Expect.that(vectors >= 2, "vectors", vectors, "2 or more");
    Expect.that(pairs >= 2, "pairs", pairs, "2 or more");
    SplittableRandom random = new SplittableRandom(seed ^ ((long) dimensions << 32 | vectors));
    SummaryStatistics found = new SummaryStatistics();
    for (int pair = 0; pair < pairs; pair++) {
      Gaussian one = sample(dimensions, vectors, random);
      found.addValue(FrechetDistance.of(one, sample(dimensions, vectors, random)).value());
    }
    return new SampleBias(
        dimensions, vectors, found.getMean(), found.getStandardDeviation() / Math.sqrt(pairs));
  }

  private static Gaussian sample(int dimensions, int vectors, SplittableRandom random) {
    GaussianMoments moments = new GaussianMoments(new double[dimensions]);
    for (int i = 0; i < vectors; i++) {
      double[] vector = new double[dimensions];
      for (int j = 0; j < dimensions; j++) {
        vector[j] = random.nextGaussian();
      }
      moments.add(vector, 1);
    }
    return moments.gaussian();
  }
}
