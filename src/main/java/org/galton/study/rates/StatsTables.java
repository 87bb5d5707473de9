package org.galton.study.rates;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.galton.job.figure.CellLabel;
import org.galton.job.figure.MeasuredPrompt;
import org.galton.job.figure.ModelStatistics;
import org.galton.job.figure.PromptFigures;
import org.galton.job.figure.StatsResult;
import org.galton.job.run.RecordedRun;
import org.galton.job.run.RunName;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.Table;

/**
 * Writes statistics of rollouts that Galton did not draw as a run of its own. The task is the
 * input's name; what a sweep would know of sampling, generation and scorer is {@code given}.
 */
final class StatsTables {
  static final String STUDY = "stats";

  private final RecordedRun recorded;
  private final RunName run;
  private final String task;

  StatsTables(RecordedRun recorded, String input) {
    this.recorded = recorded;
    this.run = recorded.name();
    this.task = Path.of(input).getFileName().toString();
  }

  void write(StatsResult result, List<MeasuredPrompt> prompts, String folder, int exitCode) {
    boolean answered = prompts.stream().anyMatch(prompt -> prompt.figures().answered());
    recorded.write(
        folder,
        exitCode,
        writer -> {
          writer.publish(
              Table.PROMPT_STATISTICS,
              prompts.stream().map(prompt -> row(prompt, answered)).toList());
          writer.publish(Table.METRICS, result.models().stream().flatMap(this::rows).toList());
        });
  }

  private Stream<MetricRow> rows(ModelStatistics model) {
    CellLabel label = CellLabel.given(run, model.model(), task);
    return model.figures().stream().map(label::row);
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
