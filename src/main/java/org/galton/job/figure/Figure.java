package org.galton.job.figure;

import org.galton.statistics.Estimate;

/**
 * A figure over prompts with its error.
 *
 * @param metric such as pass@k
 * @param k rollouts that it is about; null where it has no k
 * @param method estimator and error bar
 */
public record Figure(String metric, Integer k, Estimate estimate, String method) {

  /** As printed: {@code pass@8}. */
  public String title() {
    return k == null ? metric : metric.replaceFirst("k$", k.toString());
  }
}
