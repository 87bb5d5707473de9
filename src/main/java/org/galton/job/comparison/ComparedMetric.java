package org.galton.job.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.galton.job.figure.StoredStages;
import org.galton.statistics.Tally;
import org.galton.statistics.rate.PassAtK;
import org.galton.statistics.stage.StagedPassAtK;
import org.galton.statistics.test.PairedComparison;
import org.galton.table.PromptStatisticsRow;

/** A figure that a prompt's counts give, to be compared between two cells. */
sealed interface ComparedMetric {

  /** pass@k. */
  record Pass(int k) implements ComparedMetric {
    @Override
    public String name() {
      return "pass@k";
    }

    @Override
    public OptionalDouble value(PromptStatisticsRow prompt) {
      return passAt(k, prompt);
    }
  }

  /** The share of right rollouts. */
  record Mean() implements ComparedMetric {
    @Override
    public String name() {
      return "mean@n";
    }

    @Override
    public OptionalDouble value(PromptStatisticsRow prompt) {
      return passAt(1, prompt);
    }
  }

  /**
   * The vote of all rollouts, of a budget those of the pilot. Its expectation depends on n, so both
   * cells must have the same n.
   */
  record Majority() implements ComparedMetric {
    @Override
    public String name() {
      return "maj@n";
    }

    @Override
    public OptionalDouble value(PromptStatisticsRow prompt) {
      return prompt.majorityVote() == null
          ? OptionalDouble.empty()
          : OptionalDouble.of(prompt.majorityVote());
    }
  }

  /** Of both stages where there are two. */
  private static OptionalDouble passAt(int k, PromptStatisticsRow prompt) {
    return StoredStages.of(prompt)
        .map(new StagedPassAtK(k)::value)
        .orElseGet(() -> new PassAtK(k).value(new Tally(prompt.n(), prompt.correct())));
  }

  /** As in the table {@code metrics}. */
  String name();

  /** Empty where the prompt has too few rollouts. */
  OptionalDouble value(PromptStatisticsRow prompt);

  /** pass@k for each k that both have, mean@n, and maj@n where both have answers. */
  static List<ComparedMetric> of(CellPair pair) {
    TreeSet<Integer> ks = new TreeSet<>(pair.baseline().passKs());
    ks.retainAll(pair.candidate().passKs());
    List<ComparedMetric> metrics = new ArrayList<>();
    ks.forEach(k -> metrics.add(new Pass(k)));
    metrics.add(new Mean());
    if (votes(pair.baseline()) && votes(pair.candidate())) {
      metrics.add(new Majority());
    }
    return metrics;
  }

  private static boolean votes(ComparedCell cell) {
    return cell.prompts().values().stream().anyMatch(prompt -> prompt.majorityVote() != null);
  }

  /** Compares two cells by this metric; its q-value is not known yet. */
  default MetricComparison compare(CellPair pair) {
    List<String> clusters = new ArrayList<>();
    List<Double> baseline = new ArrayList<>();
    List<Double> candidate = new ArrayList<>();
    int shortOfRollouts = 0;
    int unequal = 0;
    for (CellPair.Shared prompt : pair.shared()) {
      OptionalDouble first = value(prompt.baseline());
      OptionalDouble second = value(prompt.candidate());
      if (first.isEmpty() || second.isEmpty()) {
        shortOfRollouts++;
      } else if (this instanceof Majority && prompt.baseline().n() != prompt.candidate().n()) {
        unequal++;
      } else {
        clusters.add(prompt.baseline().cluster());
        baseline.add(first.getAsDouble());
        candidate.add(second.getAsDouble());
      }
    }
    PairedValues values = new PairedValues(array(baseline), array(candidate), clusters);
    return new MetricComparison(
        this,
        values,
        values.compare(PairedComparison.withDefaults().ofShares()),
        OptionalDouble.empty(),
        shortOfRollouts,
        unequal);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
