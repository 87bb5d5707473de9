package org.galton.cli.imports;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.galton.samplelog.LmEvalLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code galton import lm-eval}. */
@Command(
    name = "lm-eval",
    description = {
      "Import samples_TASK_TIME.jsonl as " + LmEvalLog.VERSION + " writes it with --log_samples.",
      "Generation tasks only. Of repeated responses, filters judge the first: the others are"
          + " imported without a verdict."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton import lm-eval --output runs/lm-eval --filter strict-match"
          + " results/org__model/samples_gsm8k_2026-01-31T12-00-00.123456.jsonl"
    })
final class LmEvalImportCommand implements Callable<Integer> {
  @Mixin private ImportOptions options;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The model's name (default: that of the file's folder, / for __).")
  private String model;

  @Option(
      names = "--task",
      paramLabel = "NAME",
      description = "The task's name (default: that in the file's name).")
  private String task;

  @Option(
      names = "--filter",
      paramLabel = "NAME",
      description = "The filter whose verdicts count; needed where the log has several.")
  private String filter;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description = "The metric that is the verdict, 0 or 1; needed where the log has several.")
  private String metric;

  @Override
  public Integer call() throws IOException {
    return options.run(
        new LmEvalLog(
            new LmEvalLog.Options(
                Optional.ofNullable(model),
                Optional.ofNullable(task),
                Optional.ofNullable(filter),
                Optional.ofNullable(metric))));
  }
}
