package org.galton.job.comparison;

import java.util.List;
import org.galton.job.gate.JudgedGate;
import org.galton.job.gate.LimitGate;

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
  static List<CellComparison> of(List<CellPair> pairs, int flips, Adjustment adjustment) {
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
            .toList(),
        adjustment);
  }

  /**
   * The candidate judged by itself, on the prompts that the baseline has, too.
   *
   * @throws org.galton.spec.InvalidInput when it has no such figure, or that has no error bar
   */
  public JudgedGate judge(LimitGate gate) {
    String subject = pair.candidateName() + " on " + pair.task();
    MetricComparison metric =
        metrics.stream()
            .filter(found -> found.title().equals(gate.rule().metric()))
            .findFirst()
            .orElseThrow(
                () ->
                    gate.unknown(subject, metrics.stream().map(MetricComparison::title).toList()));
    return gate.judge(subject, metric.values().candidate(gate.intervalConfidence()));
  }

  CellComparison with(List<MetricComparison> others) {
    return new CellComparison(pair, others, flips);
  }
}
