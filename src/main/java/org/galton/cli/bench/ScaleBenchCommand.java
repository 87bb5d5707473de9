package org.galton.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.galton.bench.InstantModel;
import org.galton.bench.Ratio;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.SessionFactory;
import org.galton.console.Versions;
import org.galton.job.bench.ScaleBenchmark;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.sweep.SweepSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton bench scale}: what a sweep costs besides its decoding. */
@Command(
    name = "scale",
    description = {
      "Time a sweep whose model answers at once: planning, writing, scoring, summarizing, resuming,"
          + " and the driver's memory; at a tenth of the prompts, then at all of them.",
      "The tables are written below --folder and removed at the end: 60 bytes a rollout."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./galton --master 'local-cluster[2,1,2048]' bench scale --prompts 10000"
    })
final class ScaleBenchCommand implements Callable<Integer>, RatioSource {
  private static final int STEP = 10;

  @Spec private CommandSpec spec;

  @Option(
      names = "--prompts",
      defaultValue = "100000",
      description = "Prompts of the larger sweep (default: ${DEFAULT-VALUE}).")
  private int prompts;

  @Option(
      names = "--rollouts",
      defaultValue = "256",
      description = "Rollouts per prompt (default: ${DEFAULT-VALUE}).")
  private int rollouts;

  @Option(
      names = "--shard-rollouts",
      defaultValue = "65536",
      description = "Rollouts in one file (default: ${DEFAULT-VALUE}).")
  private int shardRollouts;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      converter = HomePath.class,
      description = "Where to write, on this machine (default: the folder for temporary files).")
  private String parent;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    ScaleBenchReport report = new ScaleBenchReport(measured());
    PrintWriter out = spec.commandLine().getOut();
    out.print(json ? report.json().toPrettyString() + "\n" : report.text());
    out.flush();
    return ExitCode.COMPLETE.value();
  }

  @Override
  public List<Ratio> ratios(Consumer<String> progress) throws IOException {
    return ScaleBenchmark.ratios(measured());
  }

  private List<ScaleBenchmark.Timing> measured() throws IOException {
    if (prompts < STEP) {
      throw new InvalidInput("Invalid --prompts " + prompts + ": expected 10 or more");
    }
    Path folder =
        parent == null
            ? Files.createTempDirectory("galton-bench")
            : Files.createTempDirectory(Files.createDirectories(Path.of(parent)), "galton-bench");
    try (SparkSession session = SessionFactory.open("bench scale")) {
      return new ScaleBenchmark(session, Versions.galton())
          .run(List.of(prompts / STEP, prompts), size -> sweepSpec(folder, size));
    } finally {
      remove(folder);
    }
  }

  private SweepSpec sweepSpec(Path folder, int size) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("sweep", "scale")
        .put("seed", 1)
        .put("output", folder.resolve("prompts-" + size).toString())
        .put("rollouts", rollouts)
        .put("shard_rollouts", shardRollouts);
    root.putArray("models").add(InstantModel.NAME);
    ArrayNode tasks = root.putArray("tasks");
    tasks
        .addObject()
        .put("name", "digits")
        .put("kind", "jsonl")
        .put("path", questions(folder, size).toString())
        .put("judge", "numeric");
    root.putObject("sampling").put("temperature", 1.0).put("max_tokens", 64);
    return SweepSpec.read(
        new SpecSource("the options as a spec", root.toPrettyString(), List.of()),
        path -> Files.newBufferedReader(Path.of(path)));
  }

  private static Path questions(Path folder, int size) {
    Path file = folder.resolve("questions-" + size + ".jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int number : IntStream.range(0, size).toArray()) {
        out.write(
            "{\"id\": \"%d\", \"prompt\": \"Question %d: which digit ends this line? %d\", \"reference\": \"%d\"}%n"
                .formatted(number, number, number % 10, number % 10));
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
