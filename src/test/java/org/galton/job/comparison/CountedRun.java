package org.galton.job.comparison;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.hadoop.conf.Configuration;
import org.galton.job.summary.Summary;
import org.galton.statistics.Estimate;
import org.galton.statistics.Tally;
import org.galton.statistics.error.PromptMean;
import org.galton.statistics.rate.PassAtK;
import org.galton.table.BooksRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptRow;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.RunRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;

/** Tables of a finished run, written from counts that a test states. */
public final class CountedRun {
  private final OutputFolder output;
  private final String runId;
  private final List<BooksRow> books = new ArrayList<>();
  private final List<MetricRow> metrics = new ArrayList<>();
  private final List<PromptStatisticsRow> prompts = new ArrayList<>();
  private final Map<String, Long> steps = new HashMap<>();
  private String sampling = "temperature=1 max_tokens=64";

  public CountedRun(Path folder, String runId) {
    this.output = new OutputFolder(folder.toString(), new Configuration());
    this.runId = runId;
  }

  /** Prompts {@code p<first>} and on with n rollouts each and these counts of right ones. */
  public CountedRun cell(String model, String task, int n, int first, int... correct) {
    return cell(model, task, "judge-1", n, first, List.of(), correct);
  }

  /** Of the cells that follow, in words. */
  CountedRun sampled(String words) {
    sampling = words;
    return this;
  }

  /** A cell of a model whose training step is known. */
  public CountedRun checkpoint(String model, long step, String task, int n, int... correct) {
    steps.put(model, step);
    return cell(model, task, n, 0, correct);
  }

  /**
   * @param clusters of the prompts in order; empty where each is its own
   */
  public CountedRun cell(
      String model,
      String task,
      String scorer,
      int n,
      int first,
      List<String> clusters,
      int... correct) {
    String generation =
        "generation-of-" + model + (sampling.startsWith("temperature=1 ") ? "" : sampling);
    books.add(
        new BooksRow(
            runId,
            "s",
            model,
            task,
            sampling,
            generation,
            scorer,
            n,
            n,
            0,
            n,
            0,
            0,
            n,
            1.0,
            null,
            null));
    for (int k = 1; k <= n; k *= 2) {
      Estimate mean =
          PromptMean.withDefaults()
              .of(
                  Arrays.stream(correct).mapToObj(count -> new Tally(n, count)).toList(),
                  new PassAtK(k));
      metrics.add(
          new MetricRow(
              runId,
              "s",
              model,
              steps.get(model),
              null,
              task,
              sampling,
              generation,
              scorer,
              "pass@k",
              k,
              orNull(mean.value()),
              orNull(mean.standardError()),
              orNull(mean.low()),
              orNull(mean.high()),
              mean.prompts(),
              mean.promptsShort(),
              "unbiased"));
    }
    for (int i = 0; i < correct.length; i++) {
      String id = "p" + (first + i);
      prompts.add(
          new PromptStatisticsRow(
              runId,
              "s",
              model,
              task,
              sampling,
              generation,
              scorer,
              id,
              clusters.isEmpty() ? id : clusters.get(i),
              n,
              correct[i],
              0,
              0,
              0,
              0,
              0,
              1,
              null,
              null,
              2 * correct[i] > n ? 1.0 : 0.0,
              (long) n,
              correct[i]));
    }
    return this;
  }

  public CountedRun write() {
    return writeEndedWith(0);
  }

  /** What the run has to say before anything is written. */
  Summary summary() {
    return new Summary(books, metrics, prompts);
  }

  CountedRun writeEndedWith(int exitCode) {
    books.stream().map(BooksRow::task).distinct().forEach(this::writePrompts);
    publish(Table.PROMPT_STATISTICS, prompts);
    publish(Table.METRICS, metrics);
    publish(Table.BOOKS, books);
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    publish(Table.RUNS, List.of(new RunRow(runId, "s", "", "1", "4", "17", now, now, exitCode)));
    return this;
  }

  private void writePrompts(String task) {
    List<PromptRow> rows =
        prompts.stream()
            .filter(row -> row.task().equals(task))
            .map(PromptStatisticsRow::promptId)
            .distinct()
            .map(id -> new PromptRow(task, id, id, "What is " + id + "?", "1", Map.of()))
            .toList();
    output.file(output.prompts(task), "prompts").publish(Table.PROMPTS, rows, () -> {});
  }

  private <R extends Record> void publish(Table<R> table, List<R> rows) {
    output.ofRun(table, runId).publish(table, rows, () -> {});
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
