package org.galton.report.sweep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.galton.table.BooksRow;
import org.galton.table.ComparisonRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptRow;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.RolloutRow;
import org.galton.table.RunRow;
import org.galton.table.ScoreRow;

/**
 * A sweep as it could have been: its counts follow a formula, its metrics follow from the counts.
 */
public record SampleSweep(
    List<Long> steps, int prompts, int rollouts, String family, String sampling) {
  public static final String SAMPLING = "temperature=1 max_tokens=64";
  private static final List<String> TASKS = List.of("arithmetic", "countdown");

  public SampleSweep(List<Long> steps, int prompts, int rollouts) {
    this(steps, prompts, rollouts, "builtin:abacus", SAMPLING);
  }

  /** The same under several samplings. */
  public SweepReport underSamplings(List<String> samplings) {
    List<SweepReport> reports =
        samplings.stream()
            .map(other -> new SampleSweep(steps, prompts, rollouts, family, other).report())
            .toList();
    SweepReport first = reports.get(0);
    return new SweepReport(
        first.run(),
        first.prompts(),
        reports.stream().flatMap(report -> report.metrics().stream()).toList(),
        reports.stream().flatMap(report -> report.promptStatistics().stream()).toList(),
        reports.stream().flatMap(report -> report.books().stream()).toList(),
        reports.stream().flatMap(report -> report.comparisons().stream()).toList(),
        first.examples());
  }

  public static SampleSweep usual() {
    return new SampleSweep(List.of(60L, 250L, 1000L, 4000L), 32, 128);
  }

  public SweepReport report(List<JudgedRollout> examples) {
    List<MetricRow> metrics = new ArrayList<>();
    List<PromptStatisticsRow> statistics = new ArrayList<>();
    List<BooksRow> books = new ArrayList<>();
    for (String task : TASKS) {
      for (int m = 0; m < steps.size(); m++) {
        statistics.addAll(statistics(task, m));
        metrics.addAll(metrics(task, m));
        books.add(books(task, m));
      }
    }
    return new SweepReport(
        run(), promptRows(), metrics, statistics, books, comparisons(), examples);
  }

  public SweepReport report() {
    return report(ExampleSelection.of(3).choose(candidates()));
  }

  public static RunRow run() {
    return new RunRow(
        "2026-03-01T12-00-00Z-demo",
        "demo",
        "sweep: demo\nseed: 20260301\nrollouts: 128\nmodels:\n  - builtin:abacus@4000\n",
        "0.1.0",
        "4.2.0",
        "17.0.16",
        Instant.parse("2026-03-01T12:00:00Z"),
        Instant.parse("2026-03-01T12:02:07Z"),
        0);
  }

  /**
   * Right rollouts of a prompt: a logistic curve of the model's progress and the prompt's place.
   */
  public int correct(String task, int model, int prompt) {
    double hardness = (prompt + 0.5) / prompts;
    double progress = (model + 1.0) / steps.size();
    double logit =
        task.equals("arithmetic")
            ? 11 * progress - 16 * hardness - 1.5
            : 6 * progress - 6.5 * hardness - 5;
    return (int) Math.round(rollouts / (1 + Math.exp(-logit)));
  }

  /** The textbook formula, in the product form. */
  public static double passAtK(int n, int correct, int k) {
    double fail = 1;
    for (int i = 0; i < k; i++) {
      fail *= Math.max(0, (double) (n - correct - i) / (n - i));
    }
    return 1 - fail;
  }

  public static String promptId(int prompt) {
    return "p%016x".formatted(prompt * 0x9E3779B97F4A7C15L);
  }

  public String model(int model) {
    return family + "@" + steps.get(model);
  }

  List<JudgedRollout> candidates() {
    List<JudgedRollout> candidates = new ArrayList<>();
    for (String task : TASKS) {
      for (int m = 0; m < steps.size(); m++) {
        for (int p = 0; p < prompts; p++) {
          for (int r = 0; r < rollouts; r += 7) {
            boolean right = r < correct(task, m, p);
            String status = !right && r % 5 == 0 ? "truncated" : "complete";
            String text =
                "carry the one, then add the tens\nand check\nanswer="
                    + (right ? 40 + p : 41 + p + r);
            candidates.add(judged(task, model(m), promptId(p), r, status, text, right));
          }
        }
      }
    }
    return candidates;
  }

  public static JudgedRollout judged(
      String task,
      String model,
      String promptId,
      int index,
      String status,
      String text,
      boolean right) {
    String answer = text.substring(text.lastIndexOf('=') + 1);
    return new JudgedRollout(
        new RolloutRow(
            model,
            task,
            "g-" + model,
            promptId,
            index,
            status,
            text,
            9,
            23,
            -4.5,
            0.4,
            "cpu",
            0.2,
            1,
            null),
        new ScoreRow(
            model,
            task,
            "g-" + model,
            task + "/1",
            promptId,
            index,
            "scored",
            answer,
            right,
            false,
            right ? 1.0 : 0.0,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  private List<PromptRow> promptRows() {
    List<PromptRow> rows = new ArrayList<>();
    for (String task : TASKS) {
      for (int p = 0; p < prompts; p++) {
        String text =
            task.equals("arithmetic")
                ? "%d+%d=".formatted(17 + p, 23)
                : "use %d 7 3 2 to make %d:".formatted(p, 24 + p);
        rows.add(new PromptRow(task, promptId(p), promptId(p), text, "" + (40 + p), Map.of()));
      }
    }
    return rows;
  }

  private List<PromptStatisticsRow> statistics(String task, int m) {
    return IntStream.range(0, prompts)
        .mapToObj(
            p ->
                new PromptStatisticsRow(
                    "r",
                    "demo",
                    model(m),
                    task,
                    sampling,
                    "g-" + model(m),
                    task + "/1",
                    promptId(p),
                    promptId(p),
                    rollouts,
                    correct(task, m, p),
                    0,
                    0,
                    Math.min(2, rollouts / 8),
                    0,
                    0,
                    5,
                    0.6,
                    0.9,
                    1.0,
                    23L * rollouts,
                    correct(task, m, p)))
        .toList();
  }

  private List<MetricRow> metrics(String task, int m) {
    List<MetricRow> rows = new ArrayList<>();
    for (int k = 1; k <= rollouts; k *= 2) {
      int draws = k;
      double[] values =
          IntStream.range(0, prompts)
              .mapToDouble(p -> passAtK(rollouts, correct(task, m, p), draws))
              .toArray();
      rows.add(metric(task, m, "pass@k", k, values));
    }
    rows.addAll(ahead(task, m));
    double[] votes =
        IntStream.range(0, prompts)
            .mapToDouble(p -> 2 * correct(task, m, p) > rollouts ? 1 : 0)
            .toArray();
    rows.add(metric(task, m, "maj@n", null, votes));
    double[] never =
        IntStream.range(0, prompts).mapToDouble(p -> correct(task, m, p) == 0 ? 1 : 0).toArray();
    rows.add(metric(task, m, "all_wrong", null, never));
    for (int k = 1; k <= rollouts; k *= 2) {
      int drawn = k;
      double[] undrawn =
          IntStream.range(0, prompts)
              .mapToDouble(p -> undrawn(task, correct(task, m, p), Math.min(drawn, rollouts - 1)))
              .toArray();
      boolean whole = k == rollouts;
      rows.add(
          metric(
              task,
              m,
              whole ? "undrawn_correct_mass" : "undrawn_correct_mass@k",
              whole ? null : k,
              undrawn));
    }
    double[] entropy = IntStream.range(0, prompts).mapToDouble(p -> 0.25 + p % 3).toArray();
    rows.add(metric(task, m, "answer_entropy", null, entropy));
    double[] tokens = IntStream.range(0, prompts).mapToDouble(p -> 21.5 + p % 4).toArray();
    rows.add(metric(task, m, "completion_tokens", null, tokens));
    double[] truncated = IntStream.range(0, prompts).mapToDouble(p -> 2.0 / rollouts).toArray();
    rows.add(metric(task, m, "truncation_rate", null, truncated));
    return rows;
  }

  /** Three prompts in four are as if solved at last. */
  private List<MetricRow> ahead(String task, int m) {
    List<MetricRow> rows = new ArrayList<>();
    double last =
        IntStream.range(0, prompts)
            .mapToDouble(p -> passAtK(rollouts, correct(task, m, p), rollouts))
            .average()
            .orElseThrow();
    for (int times = 2; times <= 16; times *= 2) {
      double value = last + (1 - last) * (1 - 1.0 / times) / 2;
      rows.add(
          metric(
              task,
              m,
              "extrapolated_pass@k",
              times * rollouts,
              value,
              null,
              "beta-binomial fit of the solve rates, no error bar"));
    }
    return rows;
  }

  /**
   * The mean over the ways to set a rollout apart and draw k others. Arithmetic has one right
   * answer; of countdown's every one is drawn three times at most.
   */
  private double undrawn(String task, int correct, int k) {
    double mass = 0;
    int votes = task.equals("arithmetic") ? correct : 3;
    for (int left = correct; left > 0; left -= votes) {
      int own = Math.min(votes, left);
      double missed = 1;
      for (int i = 0; i < k; i++) {
        missed *= Math.max(0, (double) (rollouts - own - i) / (rollouts - 1 - i));
      }
      mass += missed * own / rollouts;
    }
    return mass;
  }

  private MetricRow metric(String task, int m, String metric, Integer k, double[] values) {
    double mean =
        IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElseThrow();
    double squares =
        IntStream.range(0, values.length).mapToDouble(i -> Math.pow(values[i] - mean, 2)).sum();
    double error = Math.sqrt(squares / (values.length * (values.length - 1.0)));
    return metric(task, m, metric, k, mean, error, "unbiased, normal interval over prompts");
  }

  private MetricRow metric(
      String task, int m, String metric, Integer k, double value, Double error, String method) {
    return new MetricRow(
        "r",
        "demo",
        model(m),
        steps.get(m),
        6.0 * 1.2e6 * 6144 * steps.get(m),
        task,
        sampling,
        "g-" + model(m),
        task + "/1",
        metric,
        k,
        value,
        error,
        error == null ? null : (Double) (value - 1.959964 * error),
        error == null ? null : (Double) (value + 1.959964 * error),
        prompts,
        0,
        method);
  }

  /** Each checkpoint against the one before it, and the last against that of another run. */
  private List<ComparisonRow> comparisons() {
    List<ComparisonRow> rows = new ArrayList<>();
    for (String task : TASKS) {
      for (int m = 1; m < steps.size(); m++) {
        rows.add(difference(run().runId(), task, model(m - 1), run().runId(), model(m), "mean@n"));
        rows.add(difference(run().runId(), task, model(m - 1), run().runId(), model(m), "maj@n"));
      }
    }
    String last = model(steps.size() - 1);
    rows.add(difference("comparison-1", "countdown", last, "other-run", last, "mean@n"));
    return rows;
  }

  public static ComparisonRow difference(
      String id, String task, String baseline, String run, String candidate, String metric) {
    double difference = baseline.endsWith("@60") ? 0.2 : -0.01;
    return new ComparisonRow(
        id,
        task,
        task + "/1",
        "runs/demo",
        run().runId(),
        baseline,
        SAMPLING,
        "g-" + baseline,
        "runs/" + run,
        run,
        candidate,
        SAMPLING,
        "g-" + candidate,
        metric,
        null,
        0.5,
        0.5 + difference,
        difference,
        0.02,
        difference - 0.04,
        difference + 0.04,
        difference > 0.1 ? 1e-5 : 0.62,
        difference > 0.1 ? 0.001 : 0.62,
        0.05,
        0.7,
        32,
        null,
        0,
        0,
        0,
        0,
        "paired",
        null);
  }

  private BooksRow books(String task, int m) {
    long all = (long) prompts * rollouts;
    return new BooksRow(
        "r",
        "demo",
        model(m),
        task,
        sampling,
        "g-" + model(m),
        task + "/1",
        all,
        all - 1024,
        1024,
        all - 3,
        1,
        2,
        23 * (all - 1024),
        (all - 1024) / 290.0,
        null,
        null);
  }
}
