package org.galton.cli.imports;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code galton import}: other tools' sample logs become tables. */
@Command(
    name = "import",
    description = "Turn another tool's sample log into prompts, rollouts, scores and a report.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "TOOL",
    subcommands = {
      LmEvalImportCommand.class,
      InspectImportCommand.class,
      VerlImportCommand.class,
      OpenAiBatchImportCommand.class,
      HalImportCommand.class
    },
    footer = {
      "",
      "Example: ./galton import lm-eval --output runs/lm-eval"
          + " results/org__model/samples_gsm8k_2026-01-31T12-00-00.123456.jsonl"
    })
public final class ImportCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing tool");
  }
}
