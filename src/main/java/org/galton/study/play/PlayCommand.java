package org.galton.study.play;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.environment.Environment;
import org.galton.environment.suite.Environments;
import org.galton.game.Style;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code galton play}: environments in the terminal; needs no Spark session. */
@Command(
    name = "play",
    description = {
      "Play an environment in the terminal, or show an episode that a model has played, turn by turn.",
      "",
      "Without arguments it lists the environments. An end of the input ends the episode."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton play",
      "         ./galton play guess-the-number/easy --seed 7",
      "         ./galton play --run runs/environments --prompt 3f2a --rollout 1"
    })
public final class PlayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ENV",
      arity = "0..1",
      description = "Id of an environment, such as guess-the-number/easy.")
  private String environment;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Which episode (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--style",
      paramLabel = "STYLE",
      defaultValue = "PROSE",
      description =
          "What you see of it: ${COMPLETION-CANDIDATES}; MARKS is what tiny models see (default:"
              + " ${DEFAULT-VALUE}).")
  private Style style;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      converter = HomePath.class,
      description =
          "Show an episode of this sweep's output folder; with #RUN_ID of another run than its"
              + " latest.")
  private String run;

  @Option(
      names = "--prompt",
      paramLabel = "ID",
      defaultValue = "",
      description = "With --run: id of the prompt, or its beginning (default: the first one).")
  private String prompt;

  @Option(
      names = "--rollout",
      paramLabel = "N",
      description = "With --run: number of the rollout (default: the first one).")
  private Integer rollout;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (run != null) {
      out.print(StoredEpisode.find(run, prompt, Optional.ofNullable(rollout)));
    } else if (environment == null) {
      out.print(EnvironmentList.text());
    } else {
      Environment played =
          Environments.named(environment)
              .orElseThrow(
                  () ->
                      new InvalidInput(
                          "Cannot play '%s': expected one of %s"
                              .formatted(environment, String.join(", ", Environments.ids()))));
      new TerminalGame(
              new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())), out)
          .play(played, style, seed);
    }
    out.flush();
    return ExitCode.COMPLETE.value();
  }
}
