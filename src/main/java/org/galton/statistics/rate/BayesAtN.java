package org.galton.statistics.rate;

import java.util.Collection;
import java.util.OptionalDouble;
import org.galton.numerics.CompensatedSum;
import org.galton.statistics.Confidence;
import org.galton.statistics.Estimate;
import org.galton.statistics.Moments;
import org.galton.statistics.Tally;
import org.galton.statistics.error.BetaBelief;
import org.galton.statistics.error.PromptMean;

/**
 * Bayes@N: the posterior mean solve rate of exactly these prompts.
 *
 * <pre>  value = mean of posterior means,   sd = sqrt(sum of posterior variances) / M</pre>
 *
 * <p>Ranks systems as the plain mean does when n is equal everywhere, and is pulled to the prior's
 * mean. The error covers the noise of sampling rollouts on these prompts only, not the choice of
 * prompts; for that use {@link PromptMean}. Prompts without rollouts are short. Cost: one sort.
 *
 * <p>Hariri et al., Don't Pass@k: a Bayesian framework for LLM evaluation, 2025, arXiv:2510.04265.
 */
public final class BayesAtN {

  private final BetaBelief prior;
  private final Confidence confidence;

  private BayesAtN(BetaBelief prior, Confidence confidence) {
    this.prior = prior;
    this.confidence = confidence;
  }

  /** Uniform prior, 95 % intervals. */
  public static BayesAtN withDefaults() {
    return new BayesAtN(BetaBelief.UNIFORM, new Confidence(0.95));
  }

  public BayesAtN with(BetaBelief option) {
    return new BayesAtN(option, confidence);
  }

  /** Intervals that hold with this probability, such as 0.99. */
  public BayesAtN withConfidence(double probability) {
    return new BayesAtN(prior, new Confidence(probability));
  }

  public Estimate of(Collection<Tally> prompts) {
    BetaBelief[] beliefs =
        prompts.stream()
            .filter(tally -> tally.rollouts() > 0)
            .map(prior::given)
            .toArray(BetaBelief[]::new);
    int known = beliefs.length;
    if (known == 0) {
      return Estimate.absent(prompts.size());
    }
    double[] means = new double[known];
    double[] variances = new double[known];
    for (int i = 0; i < known; i++) {
      means[i] = beliefs[i].mean();
      variances[i] = beliefs[i].variance();
    }
    double deviation = Math.sqrt(CompensatedSum.ofSorted(variances)) / known;
    OptionalDouble none = OptionalDouble.empty();
    return within(
        new Estimate(
            OptionalDouble.of(Moments.mean(means)),
            OptionalDouble.of(deviation),
            none,
            none,
            known,
            prompts.size() - known));
  }

  /** The same estimate with the normal interval of this confidence, within 0 to 1. */
  public Estimate within(Estimate estimate) {
    if (estimate.standardError().isEmpty()) {
      return estimate;
    }
    double mean = estimate.value().orElseThrow();
    double half = confidence.z() * estimate.standardError().getAsDouble();
    return new Estimate(
        estimate.value(),
        estimate.standardError(),
        OptionalDouble.of(Math.max(0, mean - half)),
        OptionalDouble.of(Math.min(1, mean + half)),
        estimate.prompts(),
        estimate.promptsShort());
  }
}
