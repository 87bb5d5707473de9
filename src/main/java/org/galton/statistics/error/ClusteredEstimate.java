package org.galton.statistics.error;

import org.galton.statistics.Estimate;

/**
 * A mean whose unit of error is the prompt family.
 *
 * @param estimate mean over prompts with the clustered error
 * @param clusters prompt families in the mean
 */
public record ClusteredEstimate(Estimate estimate, int clusters) {

  /** Fewer than 20: the clustered error is itself badly known. */
  public boolean fewClusters() {
    return clusters < 20;
  }
}
