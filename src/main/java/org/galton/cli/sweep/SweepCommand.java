package org.galton.cli.sweep;

import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.galton.job.sweep.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code galton sweep}: everything, from a spec to a report. */
@Command(
    name = "sweep",
    description = {
      "Draw, score and summarize what a spec asks for, and write a report.",
      "Running it again resumes: only what is missing is drawn.",
      "With keep: [tokens] in the spec, table rollout_tokens has every rollout token by token."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton sweep jobs/demo.yaml --set rollouts=256"})
public final class SweepCommand implements Callable<Integer> {
  @Mixin private SweepOptions sweep;
  @Mixin private StageOptions options;

  @Override
  public Integer call() throws IOException {
    return options.run("sweep", sweep, EnumSet.allOf(Stage.class));
  }
}
