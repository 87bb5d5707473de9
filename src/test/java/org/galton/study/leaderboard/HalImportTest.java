package org.galton.study.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.galton.cli.Galton;
import org.galton.console.LocalSpark;
import org.galton.study.leaderboard.row.LeaderboardRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs of HAL's harness on the leaderboard; the import starts no Spark session. */
final class HalImportTest {
  private static final String LOW = "examples/hal/example_bench_o3_low_UPLOAD.json";
  private static final String HIGH = "examples/hal/example_bench_o3_high_UPLOAD.json";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  // The harness has its own dollars for the whole run, at the prices of the list.
  @Test
  void dollarsOfTokensAreThoseThatTheRunsTell() {
    String table = folder.resolve("new/rollouts.jsonl").toString();
    assertThat(run("--output", table, "--scaffold", "Example Agent", "--model", "o3", LOW, HIGH))
        .as(err.toString())
        .isZero();
    assertThat(out.toString())
        .containsPattern("example_bench_o3_low .* 8 +4 +8,680 +0.0334")
        .contains("not divided among its tasks")
        .endsWith("Rollouts: " + table + "\n");
    LeaderboardResult result =
        new LeaderboardJob(LocalSpark.session(), new Configuration(false))
            .run(
                "run-1",
                List.of(table),
                "examples/prices.csv",
                LocalDate.of(2020, 1, 1),
                new Efforts(List.of("low", "high")));
    assertThat(result.rows()).extracting(LeaderboardRow::effort).containsExactly("high", "low");
    LeaderboardRow high = result.rows().get(0);
    LeaderboardRow low = result.rows().get(1);
    assertThat(high.dollars()).isCloseTo(0.11024, within(1e-12));
    assertThat(low.dollars()).isCloseTo(0.03344, within(1e-12));
    assertThat(low.success()).isEqualTo(0.5);
    assertThat(low.medianSeconds()).isNotNull();
    assertThat(result.pairs()).singleElement().extracting("difference").isEqualTo(-0.125);
    assertThat(result.signs()).singleElement().extracting("lower").isEqualTo(1);
  }

  @Test
  void nothingIsWrittenWhereSomethingIsWrong() throws Exception {
    Path table = folder.resolve("rollouts.jsonl");
    assertThat(run("--output", table.toString(), LOW, LOW)).isEqualTo(2);
    assertThat(err.toString()).contains("run 'example_bench_o3_low' is given twice");
    assertThat(run("--output", folder.resolve("a.csv").toString(), LOW)).isEqualTo(2);
    assertThat(err.toString()).contains("expected a name that ends with .jsonl");
    Path wrong = Files.writeString(folder.resolve("wrong.json"), "{}");
    assertThat(run("--output", table.toString(), LOW, wrong.toString())).isEqualTo(2);
    assertThat(table).doesNotExist();

    assertThat(run("--output", table.toString(), LOW)).isZero();
    String written = Files.readString(table);
    assertThat(run("--output", table.toString(), HIGH)).isEqualTo(2);
    assertThat(err.toString()).contains("it is there already");
    assertThat(table).hasContent(written);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("wrong.json", "rollouts.jsonl");
    }
  }

  @Test
  void aRunThatDoesNotTellItsModelNeedsIts() throws Exception {
    Path unnamed =
        Files.writeString(
            folder.resolve("unnamed.json"),
            Files.readString(Path.of(LOW))
                .replaceFirst("\"model_name\": \"[^\"]*\",", "")
                .replace(
                    "\"total_usage\": {",
                    "\"total_usage\": {\"b\": {\"prompt_tokens\": 1, \"completion_tokens\": 0}, "));
    String table = folder.resolve("rollouts.jsonl").toString();
    assertThat(run("--output", table, unnamed.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("several models (b, o3-2025-04-16) in total_usage")
        .contains("name the model with --model");
    assertThat(run("--output", table, "--model", "m", unnamed.toString())).isZero();
    assertThat(Path.of(table)).content().contains("\"model\":\"m\"").doesNotContain("_tokens");
  }

  private int run(String... options) {
    List<String> command = new ArrayList<>(List.of("import", "hal"));
    command.addAll(List.of(options));
    CommandLine galton =
        Galton.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return Galton.run(galton, command.toArray(String[]::new));
  }
}
