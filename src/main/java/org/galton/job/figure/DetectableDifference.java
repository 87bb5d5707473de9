package org.galton.job.figure;

import org.galton.statistics.rate.VarianceComponents;
import org.galton.statistics.test.SampleSize;

/**
 * The smallest difference of pass@1 that a paired comparison on as many prompts sees, as {@link
 * PromptsNeeded} has it.
 *
 * @param alike where both systems find the same prompts hard
 * @param unrelated where they do not
 */
public record DetectableDifference(double alike, double unrelated) {

  static DetectableDifference of(VarianceComponents parts, int prompts, int rollouts) {
    SampleSize size = SampleSize.withDefaults();
    return new DetectableDifference(
        size.detectableDifference(PromptsNeeded.design(parts, rollouts, 0), prompts),
        size.detectableDifference(
            PromptsNeeded.design(parts, rollouts, 2 * parts.between()), prompts));
  }
}
