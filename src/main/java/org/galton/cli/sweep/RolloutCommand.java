package org.galton.cli.sweep;

import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.galton.job.sweep.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code galton rollout}: one stage of a sweep. */
@Command(
    name = "rollout",
    description = "Draw the missing rollouts of a sweep. Scores nothing.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton rollout jobs/demo.yaml"})
public final class RolloutCommand implements Callable<Integer> {
  @Mixin private SweepOptions sweep;
  @Mixin private StageOptions options;

  @Override
  public Integer call() throws IOException {
    return options.run("rollout", sweep, EnumSet.of(Stage.ROLLOUT));
  }
}
