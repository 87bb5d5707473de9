package org.galton.reinforce.budget;

import org.galton.reward.budget.SuccessRates;
import org.galton.statistics.Tally;

/**
 * How a prompt's success rate is read off its last draw. Earlier draws do not count: a policy that
 * learns leaves them behind.
 */
public enum RateSource {
  /** correct/n: a prompt that was all right or all wrong is solved or unsolved. */
  LAST_EPOCH {
    @Override
    SuccessRates of(Tally... last) {
      return SuccessRates.observed(last);
    }
  },

  /** (correct + 1)/(n + 2), by which no prompt is solved or unsolved. */
  POSTERIOR {
    @Override
    SuccessRates of(Tally... last) {
      return SuccessRates.posterior(last);
    }
  };

  /** Unknown where nothing was judged. */
  abstract SuccessRates of(Tally... last);
}
