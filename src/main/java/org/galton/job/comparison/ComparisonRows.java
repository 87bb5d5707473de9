package org.galton.job.comparison;

import static org.galton.numerics.Optionals.orNull;

import java.util.List;
import org.galton.table.ComparisonRow;

/** A comparison as rows of its table. */
final class ComparisonRows {
  private ComparisonRows() {}

  static List<ComparisonRow> of(String comparisonId, List<CellComparison> cells) {
    return cells.stream()
        .flatMap(
            cell -> cell.metrics().stream().map(metric -> row(comparisonId, cell.pair(), metric)))
        .toList();
  }

  private static ComparisonRow row(String id, CellPair pair, MetricComparison metric) {
    ComparedCell baseline = pair.baseline();
    ComparedCell candidate = pair.candidate();
    return new ComparisonRow(
        id,
        pair.task(),
        baseline.scorer(),
        baseline.output(),
        baseline.runId(),
        baseline.model(),
        baseline.sampling(),
        baseline.generation(),
        candidate.output(),
        candidate.runId(),
        candidate.model(),
        candidate.sampling(),
        candidate.generation(),
        metric.metric(),
        metric.k().isPresent() ? (Integer) metric.k().getAsInt() : null,
        orNull(metric.baselineValue()),
        orNull(metric.candidateValue()),
        orNull(metric.difference().value()),
        orNull(metric.difference().standardError()),
        orNull(metric.difference().low()),
        orNull(metric.difference().high()),
        orNull(metric.comparison().pValue()),
        orNull(metric.qValue()),
        orNull(metric.comparison().unpairedStandardError()),
        orNull(metric.comparison().correlation()),
        metric.difference().prompts(),
        metric.clusters().isPresent() ? (Integer) metric.clusters().getAsInt() : null,
        pair.onlyBaseline(),
        pair.onlyCandidate(),
        metric.promptsShort(),
        metric.promptsUnequal(),
        metric.method(),
        null);
  }
}
