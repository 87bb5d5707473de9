package org.galton.reinforce.learned;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.galton.numerics.Fnv1a;
import org.galton.reinforce.learned.LearnedScorer.HeldOut;
import org.galton.spec.InvalidInput;
import org.galton.statistics.Interval;
import org.galton.statistics.error.RateInterval;
import org.galton.statistics.forecast.Forecast;
import org.galton.statistics.forecast.ForecastQuality;
import org.galton.statistics.regression.LogisticFit;
import org.galton.statistics.regression.LogisticRegression;
import org.galton.statistics.regression.RegressionRow;
import org.galton.task.Task;

/**
 * Fits a reward model to stored rollouts with their verdicts, by logistic regression. A fifth of
 * the prompts, by a hash of their ids, is held out. Each rollout also counts a hundredth with the
 * opposite of its verdict: otherwise a term that no right rollout has would have an infinite
 * coefficient.
 *
 * <p>Szegedy et al., Rethinking the Inception Architecture, 2016, for smoothed labels.
 */
public final class ScorerFit {
  private static final double SMOOTHING = 0.01;
  private static final int MOST = 20_000;
  private static final int LEAST = 50;
  private static final int FIFTH = 5;

  private ScorerFit() {}

  /**
   * The reward model that the output of a training has kept, or else a new one.
   *
   * @param from output folder of a run, on this machine
   * @param tasks whose rollouts count, with verdicts of their own judges
   * @throws InvalidInput when the folder has too little to learn from
   */
  public static LearnedScorer keptOrFitted(
      Path output, String from, List<Task> tasks, Configuration hadoop) {
    return LearnedScorer.kept(output, from)
        .orElseGet(() -> fit(from, new StoredExamples(from, hadoop).of(tasks)));
  }

  static LearnedScorer fit(String from, List<Example> all) {
    List<Example> examples =
        all.stream()
            .sorted(Comparator.comparingLong(Example::order).thenComparing(Example::key))
            .limit(MOST)
            .toList();
    List<Example> fitted = examples.stream().filter(one -> !isHeldOut(one)).toList();
    List<Example> heldOut = examples.stream().filter(ScorerFit::isHeldOut).toList();
    require(from, "to fit to", fitted);
    require(from, "to hold out", heldOut);
    List<Double> coefficients = coefficients(from, fitted);
    LearnedScorer untried =
        new LearnedScorer(
            from,
            CompletionTerms.NAMES,
            coefficients,
            fitted.size(),
            new HeldOut(0, 0, 0, 0, 0, 0));
    return new LearnedScorer(
        from, CompletionTerms.NAMES, coefficients, fitted.size(), heldOut(untried, heldOut));
  }

  private static boolean isHeldOut(Example example) {
    return Math.floorMod(Fnv1a.mixed(example.promptId()), FIFTH) == 0;
  }

  private static void require(String from, String what, List<Example> examples) {
    long right = examples.stream().filter(Example::right).count();
    if (right < LEAST || examples.size() - right < LEAST) {
      throw new InvalidInput(
          "Cannot learn a reward model from %s: it has %d right and %d wrong rollouts %s, expected %d or more of each with the verdicts of the same tasks; name the folder of a longer run"
              .formatted(from, right, examples.size() - right, what, LEAST));
    }
  }

  /** Of all terms; 0 for one that is the same in all rows. */
  private static List<Double> coefficients(String from, List<Example> examples) {
    int[] used =
        IntStream.range(0, CompletionTerms.NAMES.size())
            .filter(j -> j == 0 || varies(examples, j))
            .toArray();
    List<String> names = IntStream.of(used).mapToObj(CompletionTerms.NAMES::get).toList();
    List<RegressionRow> rows = new ArrayList<>();
    for (Example example : examples) {
      double[] values = IntStream.of(used).mapToDouble(j -> example.values()[j]).toArray();
      rows.add(new RegressionRow(values, example.right(), 1 - SMOOTHING));
      rows.add(new RegressionRow(values, !example.right(), SMOOTHING));
    }
    LogisticFit fit = LogisticRegression.withDefaults().fit(names, rows);
    if (fit instanceof LogisticFit.Accepted accepted) {
      return CompletionTerms.NAMES.stream()
          .map(name -> names.contains(name) ? accepted.coefficient(name).value() : 0.0)
          .toList();
    }
    throw new InvalidInput(
        "Cannot learn a reward model from %s: the regression ended with %s; name another folder"
            .formatted(from, fit));
  }

  private static boolean varies(List<Example> examples, int term) {
    return examples.stream().mapToDouble(one -> one.values()[term]).distinct().count() > 1;
  }

  private static HeldOut heldOut(LearnedScorer scorer, List<Example> examples) {
    double[] scores = examples.stream().mapToDouble(e -> scorer.probability(e.values())).toArray();
    int right = 0;
    int agreed = 0;
    List<Forecast> forecasts = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      forecasts.add(
          examples.get(i).right() ? new Forecast(scores[i], 1, 0) : new Forecast(scores[i], 0, 1));
      right += examples.get(i).right() ? 1 : 0;
      agreed += scores[i] >= 0.5 == examples.get(i).right() ? 1 : 0;
    }
    Optional<Interval> interval = RateInterval.WILSON.of(scores.length, agreed, 0.95);
    return new HeldOut(
        scores.length,
        (double) right / scores.length,
        (double) agreed / scores.length,
        interval.orElseThrow().low(),
        interval.orElseThrow().high(),
        ForecastQuality.ranking(forecasts).orElseThrow());
  }
}
