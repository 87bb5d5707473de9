package org.galton.cli.imports;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.galton.samplelog.VerlLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code galton import verl}. */
@Command(
    name = "verl",
    description = {
      "Import STEP.jsonl as " + VerlLog.VERSION + " writes it to trainer.rollout_data_dir or",
      "trainer.validation_data_dir. Lines with the same input are rollouts of one prompt."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton import verl --output runs/verl --model qwen3-grpo --task gsm8k"
          + " validation/20.jsonl"
    })
final class VerlImportCommand implements Callable<Integer> {
  @Mixin private ImportOptions options;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      required = true,
      description = "The model's name; the log's step is added to it, as in NAME@20.")
  private String model;

  @Option(names = "--task", paramLabel = "NAME", required = true, description = "The task's name.")
  private String task;

  @Option(
      names = "--verdict",
      paramLabel = "KEY",
      description = "The key that holds 0 or 1 (default: acc where there is one, else score).")
  private String verdict;

  @Override
  public Integer call() throws IOException {
    return options.run(new VerlLog(new VerlLog.Options(model, task, Optional.ofNullable(verdict))));
  }
}
