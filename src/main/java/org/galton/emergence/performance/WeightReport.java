package org.galton.emergence.performance;

import java.util.List;
import java.util.Optional;

/**
 * What became of the weights.
 *
 * @param status where they come from
 * @param reason why they could not be fitted
 * @param largest weight of a group; 1 where all weigh the same
 * @param effectiveGroups (sum w)^2 / sum w^2: as many equal groups would tell as much
 */
public record WeightReport(
    WeightStatus status, Optional<String> reason, double largest, double effectiveGroups) {

  static WeightReport of(LastingWeights weights, List<GroupOutcome> groups) {
    double sum = 0;
    double squares = 0;
    double largest = 0;
    double[] sorted = groups.stream().mapToDouble(weights::of).sorted().toArray();
    for (double weight : sorted) {
      sum += weight;
      squares += weight * weight;
      largest = weight;
    }
    double effective = groups.isEmpty() ? 0 : sum * sum / squares;
    return new WeightReport(weights.status(), weights.reason(), largest, effective);
  }
}
