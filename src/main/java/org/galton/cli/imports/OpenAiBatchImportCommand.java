package org.galton.cli.imports;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.galton.console.HomePath;
import org.galton.samplelog.OpenAiBatchLog;
import org.galton.task.Judge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code galton import openai-batch}. */
@Command(
    name = "openai-batch",
    description = {
      "Import an output or error file of " + OpenAiBatchLog.VERSION + ".",
      "The file does not hold the prompts: name the questions, the batch's input file, or both.",
      "Choices are the rollouts of a prompt, and so are requests for the same messages, or for one",
      "question where custom_id is its id and a number, as in q1-0, q1-1."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton import openai-batch --output runs/batch --task sums"
          + " --questions questions.jsonl --judge numeric batch_abc_output.jsonl"
    })
final class OpenAiBatchImportCommand implements Callable<Integer> {
  @Mixin private ImportOptions options;

  @Mixin private JudgeKeyOptions keys;

  @Option(names = "--task", paramLabel = "NAME", required = true, description = "The task's name.")
  private String task;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The model's name (default: that of the responses, which must be one).")
  private String model;

  @Option(
      names = "--questions",
      paramLabel = "FILE",
      converter = HomePath.class,
      description = "Questions as a jsonl task has them; id is the custom_id. Held in memory.")
  private String questions;

  @Option(
      names = "--requests",
      paramLabel = "FILE",
      converter = HomePath.class,
      description = "The batch's input file: prompts and sampling. Held in memory.")
  private String requests;

  @Override
  public Integer call() throws IOException {
    List<Judge> judges = options.judges(keys.keys());
    return options.run(
        new OpenAiBatchLog(
            new OpenAiBatchLog.Options(
                Optional.ofNullable(model),
                task,
                Optional.ofNullable(questions),
                Optional.ofNullable(requests),
                judges)),
        judges);
  }
}
