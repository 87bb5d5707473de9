package org.galton.statistics.error;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.galton.numerics.Expect;
import org.galton.statistics.Confidence;
import org.galton.statistics.Estimate;
import org.galton.statistics.Moments;
import org.galton.statistics.PromptMetric;

/**
 * The mean over prompts, with the error that comes from having these prompts and not others.
 *
 * <pre>  SE = sqrt( sum (v_i - mean)^2 / (M (M - 1)) ),   interval = mean -+ z SE</pre>
 *
 * <p>The unit is the prompt, never the rollout, and every prompt weighs the same. Unbiased for
 * prompts drawn at random; too narrow for prompts that come in families (then {@link
 * ClusteredMean}). The normal interval is poor below a few hundred prompts and near 0 or 1 (then
 * {@link Bootstrap} or {@code BayesAtN}), and it is not clipped to [0, 1]. Prompts without a value
 * are left out and counted. Cost: one sort.
 *
 * <p>Miller, Adding Error Bars to Evals, 2024, arXiv:2411.00640.
 */
public final class PromptMean {

  private final Confidence confidence;

  private PromptMean(Confidence confidence) {
    this.confidence = confidence;
  }

  /** 95 % intervals. */
  public static PromptMean withDefaults() {
    return new PromptMean(new Confidence(0.95));
  }

  /** Intervals that hold with this probability, such as 0.99. */
  public PromptMean withConfidence(double probability) {
    return new PromptMean(new Confidence(probability));
  }

  /** The mean of a metric over prompts; those without a value count as short. */
  public <T> Estimate of(Iterable<T> prompts, PromptMetric<T> metric) {
    return of(prompts, metric::value);
  }

  /** The mean of any per-prompt figure over prompts; those without a value count as short. */
  public <T> Estimate of(Iterable<T> prompts, Function<? super T, OptionalDouble> figure) {
    OptionalDouble[] found =
        StreamSupport.stream(prompts.spliterator(), false)
            .map(figure)
            .toArray(OptionalDouble[]::new);
    double[] values = Arrays.stream(found).flatMapToDouble(OptionalDouble::stream).toArray();
    return of(values, found.length - values.length);
  }

  /** The mean of one value per prompt, with the number of prompts that have none. */
  public Estimate of(double[] values, int promptsShort) {
    Expect.finite(values, "prompt value");
    Expect.that(promptsShort >= 0, "promptsShort", promptsShort, "0 or more");
    return values.length == 0
        ? Estimate.absent(promptsShort)
        : Estimate.around(
            Moments.mean(values),
            Moments.standardError(values),
            confidence.z(),
            values.length,
            promptsShort);
  }
}
