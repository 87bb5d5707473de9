package org.galton.statistics.rate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.galton.numerics.Expect;
import org.galton.statistics.Moments;
import org.galton.statistics.Tally;

/**
 * Where the spread of per-prompt solve rates comes from: sampling a prompt's rollouts (within) or
 * prompts of unequal difficulty (between).
 *
 * <pre>
 *  total   = Var(c/n)
 *  within  = mean of n/(n-1) p(1-p),            p = c/n
 *  between = total - mean of n/(n-1) p(1-p)/n,  floored at 0
 * </pre>
 *
 * <p>Unbiased but for the floor. Prompts with one rollout say nothing about within and are left
 * out.
 *
 * <p>Miller, Adding Error Bars to Evals, 2024, arXiv:2411.00640.
 *
 * @param total variance of the observed rates
 * @param within variance of a single rollout around its prompt's rate, averaged over prompts
 * @param between variance of the prompts' true rates
 * @param prompts prompts with two rollouts or more
 * @param promptsShort prompts left out
 */
public record VarianceComponents(
    double total, double within, double between, int prompts, int promptsShort) {

  /** Empty when fewer than two prompts have two rollouts. */
  public static Optional<VarianceComponents> of(Collection<Tally> prompts) {
    List<Tally> usable = prompts.stream().filter(tally -> tally.rollouts() >= 2).toList();
    if (usable.size() < 2) {
      return Optional.empty();
    }
    double[] rates = new double[usable.size()];
    double[] within = new double[usable.size()];
    double[] ofMean = new double[usable.size()];
    for (int i = 0; i < rates.length; i++) {
      double n = usable.get(i).rollouts();
      rates[i] = usable.get(i).correct() / n;
      within[i] = n / (n - 1) * rates[i] * (1 - rates[i]);
      ofMean[i] = within[i] / n;
    }
    double total = Moments.variance(rates);
    return Optional.of(
        new VarianceComponents(
            total,
            Moments.mean(within),
            Math.max(0, total - Moments.mean(ofMean)),
            rates.length,
            prompts.size() - rates.length));
  }

  /**
   * The standard error that this many prompts with this many rollouts each would have.
   *
   * <pre>  sqrt( (between + within/K) / M )</pre>
   */
  public double predictedStandardError(int prompts, int rolloutsPerPrompt) {
    Expect.that(prompts >= 1, "prompts", prompts, "1 or more");
    Expect.that(rolloutsPerPrompt >= 1, "rolloutsPerPrompt", rolloutsPerPrompt, "1 or more");
    return Math.sqrt((between + within / rolloutsPerPrompt) / prompts);
  }
}
