package org.galton.statistics.error;

import java.util.List;
import java.util.OptionalDouble;
import org.galton.numerics.Expect;
import org.galton.statistics.Confidence;
import org.galton.statistics.Estimate;
import org.galton.statistics.Moments;

/**
 * The mean over prompts that come in families (variants of one problem, questions on one text),
 * with the error that comes from having these families and not others. Prompts still weigh the
 * same; only the error changes, up to threefold against {@link PromptMean}. {@link ClusterVariance}
 * holds the formulas. With one prompt per cluster it is the plain error with Student's quantile. No
 * error below two clusters, and {@link ClusteredEstimate#fewClusters} below twenty. Cost: one sort.
 *
 * <p>Miller, Adding Error Bars to Evals, 2024, arXiv:2411.00640.
 */
public final class ClusteredMean {

  private final ClusterVariance variance;
  private final Confidence confidence;

  private ClusteredMean(ClusterVariance variance, Confidence confidence) {
    this.variance = variance;
    this.confidence = confidence;
  }

  /**
   * {@link ClusterVariance#SMALL_SAMPLE}, 95 % intervals: the one form whose intervals hold what
   * they promise for families of unequal sizes.
   */
  public static ClusteredMean withDefaults() {
    return new ClusteredMean(ClusterVariance.SMALL_SAMPLE, new Confidence(0.95));
  }

  public ClusteredMean with(ClusterVariance option) {
    return new ClusteredMean(option, confidence);
  }

  /** Intervals that hold with this probability, such as 0.99. */
  public ClusteredMean withConfidence(double probability) {
    return new ClusteredMean(variance, new Confidence(probability));
  }

  /**
   * @param values one per prompt
   * @param clusters the family of each prompt, in the order of the values; a prompt of no family
   *     has one of its own
   * @param promptsShort prompts without a value
   */
  public ClusteredEstimate of(double[] values, List<String> clusters, int promptsShort) {
    return of(values, Families.of(clusters), promptsShort);
  }

  /**
   * @param values one per prompt
   * @param clusters the families of these prompts
   * @param promptsShort prompts without a value
   */
  public ClusteredEstimate of(double[] values, Families clusters, int promptsShort) {
    Expect.finite(values, "prompt value");
    Expect.that(promptsShort >= 0, "promptsShort", promptsShort, "0 or more");
    if (values.length == 0) {
      return new ClusteredEstimate(Estimate.absent(promptsShort), 0);
    }
    double[] deviations = Moments.deviations(values);
    List<double[]> grouped = clusters.group(deviations);
    int families = grouped.size();
    double mean = Moments.mean(values);
    if (families < 2) {
      return new ClusteredEstimate(
          Estimate.around(mean, OptionalDouble.empty(), 0, values.length, promptsShort), families);
    }
    double error = Math.sqrt(variance.squaredError(deviations, grouped));
    double quantile = variance.quantile(confidence, families);
    return new ClusteredEstimate(
        Estimate.around(mean, OptionalDouble.of(error), quantile, values.length, promptsShort),
        families);
  }
}
