package org.galton.information;

import org.galton.numerics.Expect;

/**
 * The decomposition of what two sources say about a target, from counts: an estimator of the
 * probabilities, then a definition of redundancy.
 *
 * <p>All terms come from one table of probabilities over the full product of alphabets, whose size
 * decides how much {@link DiscreteEstimator#JEFFREYS} smooths. {@link
 * DiscreteEstimator#MILLER_MADOW} corrects informations and has no such table: it goes with {@link
 * PidMeasure#MMI} only, and its atoms may be negative. Biased like every information: compare with
 * what shuffled data give, never with 0.
 *
 * @param estimator of the probabilities
 * @param measure what counts as redundant
 */
public record PartialInformation(DiscreteEstimator estimator, PidMeasure measure) {

  public PartialInformation {
    Expect.that(
        estimator != DiscreteEstimator.MILLER_MADOW || measure == PidMeasure.MMI,
        "measure",
        measure,
        "MMI, the only one that goes with the estimator MILLER_MADOW");
  }

  /** Jeffreys' smoothing and {@link PidMeasure#IMIN}. */
  public static PartialInformation withDefaults() {
    return new PartialInformation(DiscreteEstimator.JEFFREYS, PidMeasure.IMIN);
  }

  public PartialInformation with(DiscreteEstimator option) {
    return new PartialInformation(option, measure);
  }

  public PartialInformation with(PidMeasure option) {
    return new PartialInformation(estimator, option);
  }

  /**
   * Each argument names variables of the counts, which are taken together.
   *
   * @param first source
   * @param second source
   */
  public Decomposition of(CountTable counts, int[] first, int[] second, int[] target) {
    if (estimator == DiscreteEstimator.MILLER_MADOW) {
      SourceInformation known =
          SourceInformation.of(counts.grouped(first, second, target), estimator);
      return known.decomposed(known.least());
    }
    return measure.decompose(estimator.probabilities(counts).grouped(first, second, target));
  }
}
