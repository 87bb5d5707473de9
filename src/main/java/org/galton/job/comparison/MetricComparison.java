package org.galton.job.comparison;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.galton.statistics.Estimate;
import org.galton.statistics.test.Comparison;

/** A metric of two cells on the prompts they share. Differences are candidate - baseline. */
public final class MetricComparison {
  private final ComparedMetric metric;
  private final PairedValues values;
  private final Comparison comparison;
  private final OptionalDouble qValue;
  private final int promptsShort;
  private final int promptsUnequal;

  MetricComparison(
      ComparedMetric metric,
      PairedValues values,
      Comparison comparison,
      OptionalDouble qValue,
      int promptsShort,
      int promptsUnequal) {
    this.metric = metric;
    this.values = values;
    this.comparison = comparison;
    this.qValue = qValue;
    this.promptsShort = promptsShort;
    this.promptsUnequal = promptsUnequal;
  }

  MetricComparison withQValue(double value) {
    return new MetricComparison(
        metric, values, comparison, OptionalDouble.of(value), promptsShort, promptsUnequal);
  }

  /** As in the tables: pass@k, mean@n or maj@n. */
  public String metric() {
    return metric.name();
  }

  /** Of pass@k. */
  public OptionalInt k() {
    return metric instanceof ComparedMetric.Pass pass
        ? OptionalInt.of(pass.k())
        : OptionalInt.empty();
  }

  /** As printed: {@code pass@8}. */
  public String title() {
    return metric instanceof ComparedMetric.Pass pass ? "pass@" + pass.k() : metric.name();
  }

  public OptionalDouble baselineValue() {
    return values.baselineMean();
  }

  public OptionalDouble candidateValue() {
    return values.candidateMean();
  }

  public Estimate difference() {
    return comparison.difference();
  }

  public Comparison comparison() {
    return comparison;
  }

  PairedValues values() {
    return values;
  }

  /** By the {@link Adjustment} over the pairs compared together; absent as the p-value. */
  public OptionalDouble qValue() {
    return qValue;
  }

  /** Prompt families; empty where every prompt is its own. */
  public OptionalInt clusters() {
    return values.clusters();
  }

  /** Shared prompts left out because a cell has too few rollouts. */
  public int promptsShort() {
    return promptsShort;
  }

  /** Shared prompts left out because the cells have different numbers of rollouts. */
  public int promptsUnequal() {
    return promptsUnequal;
  }

  /** Fewer than 20: their error is itself badly known. */
  public boolean hasFewClusters() {
    return values.hasFewClusters();
  }

  String method() {
    return clusters().isEmpty()
        ? "paired difference, standard error over prompts, score 95 % interval"
        : "paired difference, standard error over prompt families, score 95 % interval";
  }
}
