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

  /** Compares pairs together: q-values are over all of them. */
  static List<CellComparison> of(List<CellPair> pairs, int flips) {
    return FalseDiscovery.adjust(
        pairs.stream()
            .map(
                pair ->
                    new CellComparison(
                        pair,
                        ComparedMetric.of(pair).stream()
                            .map(metric -> metric.compare(pair))
                            .toList(),
                        Flip.most(pair, flips)))
            .toList());
  }

  CellComparison with(List<MetricComparison> others) {
    return new CellComparison(pair, others, flips);
  }
}
