package org.galton.job;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.spec.InvalidInput;
import org.galton.table.Fence;
import org.galton.table.MetricRow;
import org.galton.table.OutputFolder;
import org.galton.table.OutputLease;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.RunRow;
import org.galton.table.Table;

/**
 * Writes statistics of rollouts that Galton did not draw as a run of its own. The task is the
 * input's name; what a sweep would know of sampling, generation and scorer is {@code given}.
 */
final class StatsTables {
  private static final String STUDY = "stats";

  private final RunName run;
  private final Instant started;
  private final String task;
  private final OutputFolder output;

  StatsTables(String input, String folder, Configuration configuration) {
    this.started = Clock.systemUTC().instant();
    this.run = RunName.at(started, STUDY);
    this.task = Path.of(input).getFileName().toString();
    this.output = new OutputFolder(folder, configuration);
  }

  void write(
      StatsResult result, List<MeasuredPrompt> prompts, String galtonVersion, String sparkVersion) {
    boolean answered = prompts.stream().anyMatch(prompt -> prompt.figures().answered());
    try (OutputLease lease = OutputLease.acquire(output, run.runId(), Clock.systemUTC())) {
      Fence fence = lease.fence();
      publish(
          Table.PROMPT_STATISTICS,
          prompts.stream().map(prompt -> row(prompt, answered)).toList(),
          fence);
      publish(Table.METRICS, result.models().stream().flatMap(this::rows).toList(), fence);
      publish(
          Table.RUNS,
          List.of(
              new RunRow(
                  run.runId(),
                  STUDY,
                  "input: " + result.input() + "\n",
                  galtonVersion,
                  sparkVersion,
                  System.getProperty("java.version"),
                  started,
                  Clock.systemUTC().instant(),
                  0)),
          fence);
    } catch (UncheckedIOException e) {
      throw new InvalidInput(
          e.getMessage() + "; make the folder writable or name another as output", e);
    }
  }

  private Stream<MetricRow> rows(ModelStatistics model) {
    CellLabel label = CellLabel.given(run, model.model(), task);
    return model.figures().stream().map(label::row);
  }

  private <R extends Record> void publish(Table<R> table, List<R> rows, Fence fence) {
    output.ofRun(table, run.runId()).publish(table, rows, () -> fence.check(output));
  }

  private PromptStatisticsRow row(MeasuredPrompt prompt, boolean answered) {
    CellLabel label = CellLabel.given(run, prompt.model(), task);
    PromptFigures figures = prompt.figures();
    return new PromptStatisticsRow(
        run.runId(),
        STUDY,
        label.model(),
        task,
        label.sampling(),
        label.generation(),
        label.scorer(),
        prompt.prompt(),
        prompt.cluster() == null ? prompt.prompt() : prompt.cluster(),
        figures.n(),
        figures.correct(),
        answered ? figures.unparsed() : 0,
        0,
        figures.truncated(),
        0,
        0,
        figures.distinctAnswers(),
        figures.modalShare(),
        figures.answerEntropy(),
        answered ? figures.majorityVote() : null,
        figures.tokens(),
        figures.correct());
  }
}
