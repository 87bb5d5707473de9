package org.galton.statistics.test;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.galton.numerics.Expect;
import org.galton.statistics.Confidence;
import org.galton.statistics.Estimate;
import org.galton.statistics.Moments;
import org.galton.statistics.error.ClusterVariance;
import org.galton.statistics.error.ClusteredEstimate;
import org.galton.statistics.error.ClusteredMean;
import org.galton.statistics.error.PromptMean;

/**
 * The difference of two systems on the prompts they share.
 *
 * <pre>  d_i = a_i - b_i,   Var(mean d) = SE_a^2 + SE_b^2 - 2 r SE_a SE_b</pre>
 *
 * <p>Unbiased; never wider in expectation than the unpaired comparison when r &gt; 0, which prompts
 * of unequal difficulty make so. The p-value is that of difference / SE, in step with the interval:
 * normal, and like it poor below a few hundred prompts, or for families that of their {@link
 * ClusterVariance}. Prompts that only one system has must be left out before, and counted. Cost:
 * one sort.
 *
 * <p>Miller, Adding Error Bars to Evals, 2024, arXiv:2411.00640.
 */
public final class PairedComparison {

  private final ClusterVariance variance;
  private final Confidence confidence;
  private final Bounds bounds;

  private PairedComparison(ClusterVariance variance, Confidence confidence, Bounds bounds) {
    this.variance = variance;
    this.confidence = confidence;
    this.bounds = bounds;
  }

  /** {@link ClusterVariance#SMALL_SAMPLE} where there are clusters, 95 % intervals. */
  public static PairedComparison withDefaults() {
    return new PairedComparison(ClusterVariance.SMALL_SAMPLE, new Confidence(0.95), Bounds.NONE);
  }

  /** How families of prompts enter the error. */
  public PairedComparison with(ClusterVariance option) {
    return new PairedComparison(option, confidence, bounds);
  }

  /** Intervals that hold with this probability, such as 0.99. */
  public PairedComparison withConfidence(double probability) {
    return new PairedComparison(variance, new Confidence(probability), bounds);
  }

  /**
   * Values are shares, 0 to 1: intervals as {@link Bounds#DIFFERENCE} has them, and Student's p.
   */
  public PairedComparison ofShares() {
    return new PairedComparison(variance, confidence, Bounds.DIFFERENCE);
  }

  /** Prompts are independent. The two arrays hold the same prompts in the same order. */
  public Comparison of(double[] first, double[] second) {
    double[] differences = differences(first, second);
    Estimate difference =
        PromptMean.withDefaults().withConfidence(confidence.probability()).of(differences, 0);
    return bounds == Bounds.NONE
        ? comparison(first, second, difference, Confidence::normalTails)
        : comparison(
            first,
            second,
            bounds.of(difference, differences.length, confidence.probability()),
            score -> Confidence.studentTails(score, differences.length - 1));
  }

  /** Prompts come in families; the error of the difference is the clustered one. */
  public Comparison of(double[] first, double[] second, List<String> clusters) {
    double[] differences = differences(first, second);
    ClusteredEstimate difference =
        ClusteredMean.withDefaults()
            .with(variance)
            .withConfidence(confidence.probability())
            .of(differences, clusters, 0);
    Estimate estimate = difference.estimate();
    return comparison(
        first,
        second,
        bounds == Bounds.NONE
            ? estimate
            : bounds.of(estimate, difference.clusters(), confidence.probability()),
        score -> variance.tails(score, difference.clusters()));
  }

  private static double[] differences(double[] first, double[] second) {
    Expect.finite(first, "prompt value of the first system");
    Expect.finite(second, "prompt value of the second system");
    Expect.that(
        first.length == second.length,
        "number of prompts of the second system",
        second.length,
        "as many as of the first (" + first.length + ")");
    double[] differences = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      differences[i] = first[i] - second[i];
    }
    return differences;
  }

  private static Comparison comparison(
      double[] first, double[] second, Estimate difference, DoubleUnaryOperator tails) {
    if (first.length < 2) {
      OptionalDouble none = OptionalDouble.empty();
      return new Comparison(difference, none, none, none);
    }
    double unpaired =
        Math.sqrt((Moments.variance(first) + Moments.variance(second)) / first.length);
    return new Comparison(
        difference,
        OptionalDouble.of(unpaired),
        correlation(first, second),
        pValue(difference, tails));
  }

  private static OptionalDouble correlation(double[] first, double[] second) {
    double[] a = Moments.deviations(first);
    double[] b = Moments.deviations(second);
    double scale = Math.sqrt(Moments.product(a, a)) * Math.sqrt(Moments.product(b, b));
    return scale == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.max(-1, Math.min(1, Moments.product(a, b) / scale)));
  }

  private static OptionalDouble pValue(Estimate difference, DoubleUnaryOperator tails) {
    double error = difference.standardError().orElse(0);
    return error == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(tails.applyAsDouble(difference.value().orElseThrow() / error));
  }
}
