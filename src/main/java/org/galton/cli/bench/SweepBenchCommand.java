package org.galton.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.galton.bench.Ratio;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.SessionFactory;
import org.galton.console.Versions;
import org.galton.job.bench.SweepBenchmark;
import org.galton.job.sweep.Sweep;
import org.galton.model.source.Checkpoints;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.sweep.SweepSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton bench sweep}: what Spark and Parquet cost beside the decoding. */
@Command(
    name = "sweep",
    description = {
      "Time the same rollouts drawn one at a time, side by side, and by a sweep on one core.",
      "Whatever master is set, this runs in one process on this machine."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton bench sweep --slots 64 --repeat 5"})
final class SweepBenchCommand implements Callable<Integer>, RatioSource {
  private static final List<Integer> GRID = List.of(16, 64, 128, 256);

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "SOURCE",
      converter = HomePath.class,
      defaultValue = "builtin:abacus",
      description = "A checkpoint directory or a built-in model (default: ${DEFAULT-VALUE}).")
  private String model;

  @Option(
      names = "--task",
      paramLabel = "NAME",
      defaultValue = "countdown",
      description = "The task that poses the prompts (default: ${DEFAULT-VALUE}).")
  private String task;

  @Option(
      names = "--slots",
      defaultValue = "128",
      description = "Rollouts decoded side by side (default: ${DEFAULT-VALUE}).")
  private int slots;

  @Option(
      names = "--prompts",
      defaultValue = "16",
      description = "Prompts (default: ${DEFAULT-VALUE}).")
  private int prompts;

  @Option(
      names = "--rollouts",
      defaultValue = "256",
      description = "Rollouts per prompt (default: ${DEFAULT-VALUE}).")
  private int rollouts;

  @Option(
      names = "--max-tokens",
      defaultValue = "64",
      description = "Longest completion (default: ${DEFAULT-VALUE}).")
  private int maxTokens;

  @Option(
      names = "--shard-rollouts",
      defaultValue = "1024",
      description = "Rollouts in one file of the sweep (default: ${DEFAULT-VALUE}).")
  private int shardRollouts;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "3",
      description = "Rounds that count, after one that does not (default: ${DEFAULT-VALUE}).")
  private int repeat;

  @Option(names = "--grid", description = "Also time 16, 64, 128 and 256 slots.")
  private boolean grid;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    SweepBenchReport report = new SweepBenchReport(measured());
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? report.json().toPrettyString() + "\n" : report.text());
    out.flush();
    return ExitCode.COMPLETE.value();
  }

  @Override
  public List<Ratio> ratios(Consumer<String> progress) throws IOException {
    return measured().ratios();
  }

  private SweepBenchmark.Result measured() throws IOException {
    if (repeat < 1) {
      throw new InvalidInput("Invalid --repeat " + repeat + ": expected 1 or more");
    }
    Path folder = Files.createTempDirectory("galton-bench");
    try (SparkSession session = SessionFactory.openOnOneCore("bench sweep")) {
      return measure(session, folder);
    } finally {
      remove(folder);
    }
  }

  private SweepBenchmark.Result measure(SparkSession session, Path folder) {
    Checkpoints models = new Checkpoints();
    Sweep sweep = new Sweep(session, models, Versions.galton());
    return new SweepBenchmark(sweep, models, sweepSpec(folder), grid ? GRID : List.of())
        .run(repeat);
  }

  /** As a user would write it, so that values are checked as a user's are. */
  private SweepSpec sweepSpec(Path folder) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("sweep", "bench")
        .put("seed", 1)
        .put("output", folder.toString())
        .put("rollouts", rollouts)
        .put("shard_rollouts", shardRollouts);
    root.putArray("models").add(model);
    root.putArray("tasks").addObject().put("name", task).put("prompts", prompts);
    root.putObject("sampling").put("temperature", 1.0).put("max_tokens", maxTokens);
    root.putObject("decoding").put("slots", slots);
    return SweepSpec.read(
        new SpecSource("the options as a spec", root.toPrettyString(), List.of()),
        path -> Files.newBufferedReader(Path.of(path)));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
