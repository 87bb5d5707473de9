package org.galton.job.figure;

import org.galton.statistics.rate.VarianceComponents;
import org.galton.statistics.test.PairedDesign;
import org.galton.statistics.test.SampleSize;

/**
 * Prompts by which a paired comparison sees a difference of pass@1, at significance 0.05 and power
 * 0.8, where the other system varies as this one does.
 *
 * <pre>  omega^2 = 0 at best, 2 between where the rates of the two are unrelated</pre>
 *
 * @param difference of pass@1
 * @param alike where both systems find the same prompts hard
 * @param unrelated where they do not
 */
public record PromptsNeeded(double difference, double alike, double unrelated) {

  static PromptsNeeded of(VarianceComponents parts, int rollouts, double difference) {
    SampleSize size = SampleSize.withDefaults();
    return new PromptsNeeded(
        difference,
        Math.ceil(size.prompts(design(parts, rollouts, 0), difference)),
        Math.ceil(size.prompts(design(parts, rollouts, 2 * parts.between()), difference)));
  }

  static PairedDesign design(VarianceComponents parts, int rollouts, double betweenDifference) {
    return new PairedDesign(betweenDifference, parts.within(), rollouts, parts.within(), rollouts);
  }
}
