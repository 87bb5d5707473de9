package org.galton.cli.sweep;

import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.galton.job.sweep.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code galton summarize}: one stage of a sweep. */
@Command(
    name = "summarize",
    description =
        "Compute a sweep's statistics from its scores and write a report. Draws and scores"
            + " nothing.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton summarize jobs/demo.yaml"})
public final class SummarizeCommand implements Callable<Integer> {
  @Mixin private SweepOptions sweep;
  @Mixin private StageOptions options;

  @Override
  public Integer call() throws IOException {
    return options.run("summarize", sweep, EnumSet.of(Stage.SUMMARIZE));
  }
}
