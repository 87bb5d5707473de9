package org.galton.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The mean over prompts, with the error that comes from having these prompts and not others.
 *
 * <pre>  SE = sqrt( sum (v_i - mean)^2 / (M (M - 1)) ),   interval = mean -+ z SE</pre>
 *
 * <p>The unit is the prompt, never the rollout, and every prompt weighs the same. Unbiased for
 * prompts drawn at random; too narrow for prompts that come in families (then a clustered error).
 * The normal interval is poor below a few hundred prompts and near 0 or 1 (then a bootstrap or a
 * posterior), and it is not clipped to [0, 1]. Prompts without a value are left out and counted.
 * Cost: one sort.
 *
 * <p>Miller, Adding Error Bars to Evals, 2024, arXiv:2411.00640.
 */
public final class PromptMean {

  private final double confidence;
  private final double z;

  private PromptMean(double confidence) {
    Expect.that(confidence > 0 && confidence < 1, "confidence", confidence, "between 0 and 1");
    this.confidence = confidence;
    this.z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + confidence) / 2);
  }

  /** 95 % intervals. */
  public static PromptMean withDefaults() {
    return new PromptMean(0.95);
  }

  /** Intervals that hold with this probability, such as 0.99. */
  public PromptMean withConfidence(double probability) {
    return new PromptMean(probability);
  }

  public double confidence() {
    return confidence;
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
    int prompts = values.length;
    if (prompts == 0) {
      OptionalDouble none = OptionalDouble.empty();
      return new Estimate(none, none, none, none, 0, promptsShort);
    }
    OptionalDouble error =
        prompts < 2
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.sqrt(Moments.variance(values) / prompts));
    return around(Moments.mean(values), error, prompts, promptsShort);
  }

  /** The estimate with a normal interval around it, where there is an error. */
  Estimate around(double mean, OptionalDouble error, int prompts, int promptsShort) {
    return new Estimate(
        OptionalDouble.of(mean),
        error,
        error.isPresent() ? OptionalDouble.of(mean - z * error.getAsDouble()) : error,
        error.isPresent() ? OptionalDouble.of(mean + z * error.getAsDouble()) : error,
        prompts,
        promptsShort);
  }
}
