package org.galton.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.io.FileUtils;
import org.galton.bench.Ratio;
import org.galton.bench.StatsBenchmark;
import org.galton.bench.TimedCommand;
import org.galton.console.ExitCode;
import org.galton.console.HomePath;
import org.galton.console.TextTable;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code galton bench stats}: statistics of many rollouts beside a database's counts. */
@Command(
    name = "stats",
    description = {
      "Time ./galton stats with all its figures beside DuckDB that only counts: the rollouts and"
          + " right rollouts of each prompt and the votes for each answer, from the same file.",
      "At a tenth of the rollouts, then at all of them. What the statistics of one prompt take is"
          + " Galton's start, and is taken off; a file that takes no longer has no ratio.",
      "The files are written below --folder and removed at the end: 6 bytes a rollout."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./galton bench stats --prompts 5000 --repeat 1"})
final class StatsBenchCommand implements Callable<Integer>, RatioSource {
  private static final int STEP = 10;

  @Spec private CommandSpec spec;

  @Option(
      names = "--prompts",
      defaultValue = "50000",
      description = "Prompts of the larger file, of 400 rollouts each (default: ${DEFAULT-VALUE}).")
  private int prompts;

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
  public Integer call() throws IOException, InterruptedException, SQLException {
    String home = home();
    Path folder =
        parent == null
            ? Files.createTempDirectory("galton-bench")
            : Files.createTempDirectory(Files.createDirectories(Path.of(parent)), "galton-bench");
    try {
      List<StatsBenchmark.Row> rows =
          new StatsBenchmark(Path.of(home, "galton"), folder, repeat)
              .run(IntStream.of(Math.max(1, prompts / STEP), prompts).distinct().boxed().toList());
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? json(rows) + "\n" : text(rows));
      out.flush();
    } finally {
      FileUtils.deleteQuietly(folder.toFile());
    }
    return ExitCode.COMPLETE.value();
  }

  private static String home() {
    String home = System.getenv("GALTON_HOME");
    if (home == null) {
      throw new InvalidInput(
          "Cannot time statistics: GALTON_HOME is not set; start this command by the script galton");
    }
    return home;
  }

  /** By a process of its own: beside Spark there is no DuckDB on the class path. */
  @Override
  public List<Ratio> ratios(Consumer<String> progress) throws IOException, InterruptedException {
    Path told = Files.createTempFile("galton-bench", ".json");
    JsonNode rows;
    try {
      new TimedCommand(Path.of(home(), "galton")).run(List.of(), again(), "", told);
      rows = new ObjectMapper().readTree(told.toFile());
    } finally {
      Files.delete(told);
    }
    List<Ratio> ratios = new ArrayList<>();
    for (JsonNode row : rows) {
      if (row.path("ratio").isNull()) {
        continue; // Too small a file to be told from the start.
      }
      ratios.add(
          Ratio.lowerIsBetter(
              "statistics of %,d rollouts".formatted(row.path("rollouts").asLong()),
              "DuckDB that counts them",
              row.path("ratio").asDouble()));
    }
    return ratios;
  }

  private List<String> again() {
    return List.of(
        "bench",
        "stats",
        "--prompts",
        String.valueOf(prompts),
        "--repeat",
        String.valueOf(repeat),
        "--json");
  }

  private static String json(List<StatsBenchmark.Row> rows) {
    ArrayNode array = new ObjectMapper().createArrayNode();
    for (StatsBenchmark.Row row : rows) {
      array
          .addObject()
          .put("rollouts", row.rollouts())
          .put("start_seconds", row.start())
          .put("seconds", row.stats())
          .put("start_cpu_seconds", row.startCpu())
          .put("cpu_seconds", row.statsCpu())
          .put("duckdb_counts_seconds", row.counts())
          .put("duckdb_bare_seconds", row.bare())
          .put("ratio", row.isTimed() ? (Double) row.ratio() : null)
          .put("bare_ratio", row.isTimed() ? (Double) row.bareRatio() : null);
    }
    return array.toPrettyString();
  }

  private static String text(List<StatsBenchmark.Row> rows) {
    return TextTable.of(
            List.of(
                "rollouts",
                "start s",
                "stats s",
                "CPU s",
                "rollouts/s",
                "DuckDB counts s",
                "bare s",
                "ratio",
                "to bare"),
            rows.stream()
                .map(
                    row ->
                        List.of(
                            String.format(Locale.ROOT, "%,d", row.rollouts()),
                            number(row.start()),
                            number(row.stats()),
                            number(row.statsCpu()),
                            row.isTimed() ? String.format(Locale.ROOT, "%,.0f", row.rate()) : "-",
                            number(row.counts()),
                            number(row.bare()),
                            row.isTimed() ? number(row.ratio()) : "-",
                            row.isTimed() ? number(row.bareRatio()) : "-"))
                .toList())
        .toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
