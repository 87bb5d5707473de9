package org.galton.job.comparison;

import java.util.List;

/**
 * Two cells compared.
 *
 * @param flips the prompts that changed most
 */
public record CellComparison(CellPair pair, List<MetricComparison> metrics, List<Flip> flips) {

  public CellComparison {
    metrics = List.copyOf(metrics);
    flips = List.copyOf(flips);
  }

  CellComparison with(List<MetricComparison> others) {
    return new CellComparison(pair, others, flips);
  }
}
