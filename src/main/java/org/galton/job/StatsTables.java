package org.galton.job;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
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
  private static final String GIVEN = "given";

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

  /**
   * @param answered whether any prompt of the input has answers
   */
  void write(
      StatsResult result,
      List<PromptFigures> prompts,
      boolean answered,
      String galtonVersion,
      String sparkVersion) {
    try (OutputLease lease = OutputLease.acquire(output, run.runId(), Clock.systemUTC())) {
      Fence fence = lease.fence();
      publish(
          Table.PROMPT_STATISTICS,
          prompts.stream().map(prompt -> row(prompt, answered)).toList(),
          fence);
      publish(
          Table.METRICS,
          result.models().stream()
              .flatMap(model -> model.figures().stream().map(figure -> row(model, figure)))
              .toList(),
          fence);
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

  private <R extends Record> void publish(Table<R> table, List<R> rows, Fence fence) {
    output.ofRun(table, run.runId()).publish(table, rows, () -> fence.check(output));
  }

  private static String named(String model) {
    return model.isEmpty() ? GIVEN : model;
  }

  private PromptStatisticsRow row(PromptFigures prompt, boolean answered) {
    return new PromptStatisticsRow(
        run.runId(),
        STUDY,
        named(prompt.model()),
        task,
        GIVEN,
        GIVEN,
        GIVEN,
        prompt.prompt(),
        prompt.cluster() == null ? prompt.prompt() : prompt.cluster(),
        prompt.n(),
        prompt.correct(),
        answered ? prompt.unparsed() : 0,
        0,
        prompt.truncated(),
        0,
        0,
        prompt.distinctAnswers(),
        prompt.modalShare(),
        prompt.answerEntropy(),
        answered ? prompt.majorityVote() : null,
        prompt.tokens(),
        prompt.correct());
  }

  private MetricRow row(ModelStatistics model, Figure figure) {
    return new MetricRow(
        run.runId(),
        STUDY,
        named(model.model()),
        null,
        null,
        task,
        GIVEN,
        GIVEN,
        GIVEN,
        figure.metric(),
        figure.k(),
        orNull(figure.estimate().value()),
        orNull(figure.estimate().standardError()),
        orNull(figure.estimate().low()),
        orNull(figure.estimate().high()),
        figure.estimate().prompts(),
        figure.estimate().promptsShort(),
        figure.method());
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
