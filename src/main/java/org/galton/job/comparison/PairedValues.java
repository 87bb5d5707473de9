package org.galton.job.comparison;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.galton.statistics.Estimate;
import org.galton.statistics.error.ClusteredMean;
import org.galton.statistics.error.PromptMean;
import org.galton.statistics.test.Bounds;
import org.galton.statistics.test.Comparison;
import org.galton.statistics.test.PairedComparison;

/** A metric's values of two cells, prompt by prompt. */
final class PairedValues {
  private static final int FEW_CLUSTERS = 20;

  private final double[] baseline;
  private final double[] candidate;
  private final List<String> clusters;

  PairedValues(double[] baseline, double[] candidate, List<String> clusters) {
    this.baseline = baseline;
    this.candidate = candidate;
    this.clusters = List.copyOf(clusters);
  }

  /** Candidate minus baseline; with the clustered error where prompts come in families. */
  Comparison compare(PairedComparison method) {
    return clusters().isEmpty()
        ? method.of(candidate, baseline)
        : method.of(candidate, baseline, clusters);
  }

  /** Below this the clustered error is itself badly known. */
  boolean hasFewClusters() {
    return clusters().isPresent() && clusters().getAsInt() < FEW_CLUSTERS;
  }

  /** Prompt families; empty where every prompt is its own. */
  OptionalInt clusters() {
    int families = new HashSet<>(clusters).size();
    return families == clusters.size() ? OptionalInt.empty() : OptionalInt.of(families);
  }

  /** The candidate's mean by itself, a share, with an interval. */
  Estimate candidate(double confidence) {
    OptionalInt families = clusters();
    Estimate mean =
        families.isEmpty()
            ? PromptMean.withDefaults().of(candidate, 0)
            : ClusteredMean.withDefaults().of(candidate, clusters, 0).estimate();
    return Bounds.RATE.of(mean, families.orElse(candidate.length), confidence);
  }

  OptionalDouble baselineMean() {
    return PromptMean.withDefaults().of(baseline, 0).value();
  }

  OptionalDouble candidateMean() {
    return PromptMean.withDefaults().of(candidate, 0).value();
  }
}
