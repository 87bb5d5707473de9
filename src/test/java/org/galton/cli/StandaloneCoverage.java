package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A master, two workers and a sweep in either deploy mode, by the lines that docs/cluster.md
 * prints, with other ports and folders. Needs what {@code ./galton version} builds.
 */
final class StandaloneCoverage {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");

  @TempDir private Path temporary;

  private final List<Process> daemons = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (Process daemon : daemons) {
      daemon.descendants().forEach(ProcessHandle::destroyForcibly);
      daemon.destroyForcibly().waitFor();
    }
  }

  @Test
  void thePagesLinesStartAClusterThatDrawsInBothDeployModes() throws Exception {
    List<String> lines = pagesLines();
    assertThat(lines).hasSize(4);

    start("master", lines.get(0).replaceAll("port [0-9]+", "port 0"));
    String url = await("master", MASTER);
    for (String worker : List.of("worker-1", "worker-2")) {
      start(
          worker,
          lines.get(1).replace("spark://localhost:7077", url)
              + " --webui-port 0 --work-dir "
              + temporary.resolve(worker + "-files"));
      await(worker, Pattern.compile("(Successfully registered with master)"));
    }

    assertThat(submit("client", lines.get(2), url)).isZero();
    assertThat(count("count(*)", "rollouts")).isEqualTo(3 * 8 * 4);
    assertThat(submit("cluster", lines.get(3), url)).isZero();
    assertThat(count("count(*)", "rollouts")).isEqualTo(3 * 8 * 8);
    assertThat(count("count(DISTINCT (model, prompt_id, rollout_index))", "rollouts"))
        .isEqualTo(3 * 8 * 8);
    assertThat(count("count(*)", "runs")).isEqualTo(2);
    assertThat(count("max(exit_code)", "runs")).isZero();
    assertThat(filesNamed("stdout")).anyMatch(text -> text.contains("192 wanted: "));
    assertThat(filesNamed("stderr"))
        .anyMatch(text -> text.matches("(?s).*Z run-[0-9-]+-[0-9a-f]+ INFO Executor: .*"));
  }

  private static List<String> pagesLines() throws IOException {
    return Files.readAllLines(Path.of("docs/cluster.md")).stream()
        .filter(line -> line.contains("daemon.sh master") || line.contains("localhost:7077"))
        .map(line -> line.replaceAll(" +#.*", ""))
        .toList();
  }

  private int submit(String name, String line, String url) throws Exception {
    String here =
        line.replace("spark://localhost:7077", url)
            .replace("$PWD/runs/standalone", temporary.resolve("tables").toString());
    int code = start(name, here).waitFor();
    assertThat(code).as(log(name)).isZero();
    return code;
  }

  private Process start(String name, String line) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", line)
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve(name + ".log").toFile());
    builder.environment().keySet().removeIf(variable -> variable.matches("(SPARK|GALTON)_.*"));
    Process process = builder.start();
    daemons.add(process);
    return process;
  }

  private String await(String name, Pattern sign) throws Exception {
    Instant until = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(until)) {
      Matcher found = sign.matcher(log(name));
      if (found.find()) {
        return found.group(1);
      }
      Thread.sleep(200);
    }
    throw new AssertionError("The " + name + " did not start: " + log(name));
  }

  private String log(String name) throws IOException {
    return Files.readString(temporary.resolve(name + ".log"));
  }

  private long count(String figure, String table) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT %s FROM read_parquet('%s/**/*.parquet')"
                    .formatted(figure, temporary.resolve("tables").resolve(table)))) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** What drivers and executors left in the workers' folders. */
  private List<String> filesNamed(String name) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(temporary)) {
      for (Path file : files.filter(file -> file.endsWith(name)).toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }
}
