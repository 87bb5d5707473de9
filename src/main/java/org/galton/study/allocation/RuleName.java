package org.galton.study.allocation;

import java.util.Locale;
import java.util.OptionalDouble;
import org.galton.reward.budget.AllocationRule;
import org.galton.reward.budget.KnapsackRule;
import org.galton.reward.budget.UniformRule;
import org.galton.reward.budget.VarianceRule;

/** A rule by its name on the command line. */
enum RuleName {
  KNAPSACK,
  UNIFORM,
  VARIANCE;

  /**
   * @param enough chance of a gradient from which an active prompt needs no more; of {@code
   *     knapsack} alone
   */
  AllocationRule rule(OptionalDouble enough) {
    return switch (this) {
      case KNAPSACK -> new KnapsackRule(enough);
      case UNIFORM -> new UniformRule();
      case VARIANCE -> new VarianceRule();
    };
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
