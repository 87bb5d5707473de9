package org.galton.cli.imports;

import static org.galton.numerics.Optionals.ofNullable;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.galton.samplelog.InspectLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code galton import inspect}. */
@Command(
    name = "inspect",
    description = {
      "Import a .eval or .json log of " + InspectLog.VERSION + ".",
      "Epochs are the rollouts of a prompt. Samples that failed are failed rollouts; those that a"
          + " limit ended are truncated."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton import inspect --output runs/inspect --score match"
          + " logs/2026-01-31T12-00-00+00-00_gsm8k_abc.eval"
    })
final class InspectImportCommand implements Callable<Integer> {
  @Mixin private ImportOptions options;

  @Option(
      names = "--score",
      paramLabel = "NAME",
      description = "The score that is the verdict; needed where samples have several.")
  private String score;

  @Option(
      names = "--right-from",
      paramLabel = "VALUE",
      description = {
        "The least value that is right, where scores are not all 0 and 1 (I and C). P is 0.5:",
        "0.5 takes partial answers for right, 1 for wrong."
      })
  private Double rightFrom;

  @Override
  public Integer call() throws IOException {
    return options.run(
        new InspectLog(new InspectLog.Options(Optional.ofNullable(score), ofNullable(rightFrom))));
  }
}
