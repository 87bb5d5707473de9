package org.galton.statistics.rate;

import java.util.Collection;
import java.util.List;
import org.galton.statistics.Tally;
import org.galton.statistics.error.BetaBelief;

/**
 * Solve rates of prompts as draws from one Beta distribution: how pass@k is extrapolated beyond the
 * rollouts that were drawn.
 *
 * <pre>
 *  maximise  sum_i ln B(c_i + a, n_i - c_i + b) - ln B(a, b)    over (ln a, ln b)
 *  pass@k  = 1 - B(a, b + k)/B(a, b)
 * </pre>
 *
 * <p>Handles unequal n. A Beta has no mass at p = 0, so prompts that are truly impossible make the
 * prediction too high: show the share never solved and the empirical curve beside it. Cost: a few
 * hundred evaluations of max n terms, whatever the number of prompts.
 *
 * <p>Kazdan et al., Efficient prediction of pass@k scaling, 2025, arXiv:2510.05197; Schaeffer et
 * al., How do large language monkeys get their power (laws)?, 2025, arXiv:2502.17578.
 */
public sealed interface BetaBinomialFit {

  /**
   * @param rates the fitted distribution of solve rates; {@link BetaBelief#passAtK} extrapolates
   * @param logLikelihood at the maximum, binomial coefficients included
   * @param prompts prompts with a rollout or more
   * @param unsolvedShare of those, the share with c = 0
   */
  record Fitted(BetaBelief rates, double logLikelihood, int prompts, double unsolvedShare)
      implements BetaBinomialFit {}

  /**
   * The rollouts do not determine a distribution.
   *
   * @param reason in words
   */
  record NotIdentifiable(String reason) implements BetaBinomialFit {}

  /** The fit, from prompts in any order; prompts without rollouts are ignored. */
  static BetaBinomialFit of(Collection<Tally> tallies) {
    List<Tally> prompts = tallies.stream().filter(tally -> tally.rollouts() > 0).toList();
    if (prompts.size() < 3) {
      return new NotIdentifiable("fewer than 3 prompts have rollouts (" + prompts.size() + ")");
    }
    long unsolved = prompts.stream().filter(tally -> tally.correct() == 0).count();
    if (unsolved == prompts.size()) {
      return new NotIdentifiable("no rollout of any prompt is right");
    }
    if (prompts.stream().allMatch(tally -> tally.wrong() == 0)) {
      return new NotIdentifiable("every rollout of every prompt is right");
    }
    BetaBinomialLikelihood likelihood = new BetaBinomialLikelihood(prompts);
    BetaBelief best = likelihood.maximum();
    if (likelihood.hasNoInteriorMaximum(best)) {
      return new NotIdentifiable("the spread of solve rates between prompts is not determined");
    }
    return new Fitted(
        best,
        likelihood.value(best) + likelihood.logCoefficients(),
        prompts.size(),
        (double) unsolved / prompts.size());
  }
}
