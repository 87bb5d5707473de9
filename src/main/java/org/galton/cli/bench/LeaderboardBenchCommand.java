package org.galton.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;
import org.galton.bench.Ratio;
import org.galton.bench.leaderboard.LeaderboardBenchmark;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.TextTable;
import org.galton.report.Figures;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton bench leaderboard}: whether many rollouts take as long as their number. */
@Command(
    name = "leaderboard",
    description = {
      "Time ./galton leaderboard on rollouts of 30 agents with prices, from start to end, and on a"
          + " tenth of them. What one rollout an agent takes is its start, and is taken off: the"
          + " growth of the processor time is 10 where it is linear.",
      "The files are written below --folder and removed at the end: 14 bytes a rollout."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton bench leaderboard --rollouts 2000000 --repeat 1"})
final class LeaderboardBenchCommand implements Callable<Integer>, RatioSource {
  @Spec private CommandSpec spec;

  @Option(
      names = "--rollouts",
      defaultValue = "10000000",
      description = "Rollouts of the larger input (default: ${DEFAULT-VALUE}).")
  private long rollouts;

  @Option(
      names = "--repeat",
      defaultValue = "3",
      description = "Runs of each, of which the median counts (default: ${DEFAULT-VALUE}).")
  private int repeat;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      converter = HomePath.class,
      description = "Where to write, on this machine (default: the folder for temporary files).")
  private String parent;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    LeaderboardBenchmark.Result result = measured(spec.commandLine().getErr()::println);
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? json(result) + "\n" : text(result));
    out.flush();
    return ExitCode.COMPLETE.value();
  }

  @Override
  public List<Ratio> ratios(Consumer<String> progress) throws IOException, InterruptedException {
    return measured(progress).ratios();
  }

  private LeaderboardBenchmark.Result measured(Consumer<String> progress)
      throws IOException, InterruptedException {
    String home = System.getenv("GALTON_HOME");
    if (home == null) {
      throw new InvalidInput(
          "Cannot time leaderboards: GALTON_HOME is not set; start this command by the script galton");
    }
    Path folder =
        parent == null
            ? Files.createTempDirectory("galton-bench")
            : Files.createTempDirectory(Files.createDirectories(Path.of(parent)), "galton-bench");
    try {
      return new LeaderboardBenchmark(Path.of(home, "galton"), folder, rollouts, repeat)
          .run(progress);
    } finally {
      FileUtils.deleteQuietly(folder.toFile());
    }
  }

  private static String json(LeaderboardBenchmark.Result result) {
    return new ObjectMapper()
        .createObjectNode()
        .put("rollouts", result.rollouts())
        .put("fewer_rollouts", result.fewer())
        .put("start_seconds", result.start().wall())
        .put("fewer_seconds", result.few().wall())
        .put("seconds", result.many().wall())
        .put("start_cpu_seconds", result.start().cpu())
        .put("fewer_cpu_seconds", result.few().cpu())
        .put("cpu_seconds", result.many().cpu())
        .put("growth", result.isTimed() ? (Double) result.growth() : null)
        .toPrettyString();
  }

  private static String text(LeaderboardBenchmark.Result result) {
    return TextTable.of(
            List.of("rollouts", "seconds", "CPU seconds", "rollouts/CPU second", "CPU growth"),
            List.of(
                List.of(
                    "one an agent",
                    number(result.start().wall()),
                    number(result.start().cpu()),
                    "",
                    ""),
                List.of(
                    Figures.count(result.fewer()),
                    number(result.few().wall()),
                    number(result.few().cpu()),
                    "",
                    ""),
                List.of(
                    Figures.count(result.rollouts()),
                    number(result.many().wall()),
                    number(result.many().cpu()),
                    result.isTimed() ? Figures.format("%,.0f", result.rate()) : "-",
                    result.isTimed() ? Figures.format("%.2f", result.growth()) : "-")))
        .toString();
  }

  private static String number(double seconds) {
    return Figures.format("%.1f", seconds);
  }
}
