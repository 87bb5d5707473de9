package org.galton.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/**
 * Times short commands from their start to their end, as the script {@code galton} starts them and
 * as spark-submit does with the JVM's own thresholds for compiling. Both begin with the same shared
 * classes, and take turns.
 *
 * @param script {@code galton}
 * @param rounds of each command
 */
public record StartsBenchmark(Path script, int rounds) {
  private static final String DEFAULT_THRESHOLDS =
      "-XX:Tier4InvocationThreshold=5000 -XX:Tier4MinInvocationThreshold=600"
          + " -XX:Tier4CompileThreshold=15000 -XX:Tier4BackEdgeThreshold=40000";

  private static final Path NOWHERE = Path.of("/dev/null");

  public StartsBenchmark {
    if (rounds < 1) {
      throw new IllegalArgumentException(
          "Invalid number of rounds " + rounds + ": expected 1 or more");
    }
  }

  /**
   * Medians of one command, in seconds.
   *
   * @param cpu processor time
   * @param wall from the start to the end
   * @param submittedCpu processor time by spark-submit
   * @param submittedWall time by spark-submit
   */
  public record Row(
      String command, double cpu, double wall, double submittedCpu, double submittedWall) {
    /** Our processor time over that of spark-submit. */
    public double ratio() {
      return cpu / submittedCpu;
    }
  }

  public List<Row> run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("galton-starts");
    try {
      List<Row> rows = new ArrayList<>();
      for (Map.Entry<String, List<String>> command : commands(folder).entrySet()) {
        rows.add(row(command.getKey(), command.getValue()));
      }
      return List.copyOf(rows);
    } finally {
      FileUtils.deleteQuietly(folder.toFile());
    }
  }

  public static List<Ratio> ratios(List<Row> rows) {
    return rows.stream()
        .map(
            row -> Ratio.lowerIsBetter("CPU time of " + row.command(), "spark-submit", row.ratio()))
        .toList();
  }

  private Row row(String name, List<String> command) throws IOException, InterruptedException {
    TimedCommand galton = new TimedCommand(script);
    List<TimedCommand.Time> ours = new ArrayList<>();
    List<TimedCommand.Time> submitted = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      submitted.add(galton.run(List.of("--name=starts"), command, DEFAULT_THRESHOLDS, NOWHERE));
      ours.add(galton.run(List.of(), command, "", NOWHERE));
    }
    return new Row(
        name,
        median(ours.stream().mapToDouble(TimedCommand.Time::cpu).toArray()),
        median(ours.stream().mapToDouble(TimedCommand.Time::wall).toArray()),
        median(submitted.stream().mapToDouble(TimedCommand.Time::cpu).toArray()),
        median(submitted.stream().mapToDouble(TimedCommand.Time::wall).toArray()));
  }

  static double median(double[] values) {
    Arrays.sort(values);
    return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }

  private static Map<String, List<String>> commands(Path folder) throws IOException {
    StringBuilder rollouts = new StringBuilder("prompt,sample,correct\n");
    for (int row = 0; row < 16; row++) {
      rollouts.append("p%d,%d,%d%n".formatted(row / 4, row % 4, (row / 4 + row) % 2));
    }
    StringBuilder points = new StringBuilder("compute,reward\n");
    for (int step = 0; step < 14; step++) {
      double compute = 100 * Math.pow(1.6, step);
      points.append("%s,%s%n".formatted(compute, 0.2 + 0.4 / (1 + Math.pow(3000 / compute, 1.2))));
    }
    String rows = Files.writeString(folder.resolve("rollouts.csv"), rollouts).toString();
    String curve = Files.writeString(folder.resolve("curve.csv"), points).toString();
    String output = folder.resolve("tables").toString();
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put("version", List.of("version"));
    commands.put("stats, 16 rows", List.of("stats", "--input", rows, "--output", output));
    commands.put("fit, 14 points", List.of("fit", "--points", curve, "--output", output));
    commands.put("sql by Spark", List.of("sql", "--engine", "spark", "SELECT 1"));
    return commands;
  }
}
