package org.galton.study.allocation;

import java.util.Locale;
import org.galton.reward.budget.SuccessRates;
import org.galton.statistics.Tally;

/** How a success rate is read off counts. */
enum RateEstimate {
  /** correct/rollouts. */
  OBSERVED,

  /** (correct + 1)/(rollouts + 2). */
  POSTERIOR;

  SuccessRates of(Tally[] prompts) {
    return switch (this) {
      case OBSERVED -> SuccessRates.observed(prompts);
      case POSTERIOR -> SuccessRates.posterior(prompts);
    };
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
