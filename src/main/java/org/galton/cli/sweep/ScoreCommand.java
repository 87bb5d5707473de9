package org.galton.cli.sweep;

import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.galton.job.sweep.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code galton score}: one stage of a sweep. */
@Command(
    name = "score",
    description = "Score the stored rollouts of a sweep that are not scored yet. Draws nothing.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton score jobs/demo.yaml"})
public final class ScoreCommand implements Callable<Integer> {
  @Mixin private SweepOptions sweep;
  @Mixin private StageOptions options;

  @Override
  public Integer call() throws IOException {
    return options.run("score", sweep, EnumSet.of(Stage.SCORE));
  }
}
