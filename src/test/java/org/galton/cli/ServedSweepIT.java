package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.console.ChildJvm;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.llama.SharedCheckpoints;
import org.galton.table.store.RolloutKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep on a local cluster of two executors, each of which starts an engine of its own: its texts
 * are those of the decoder, though an engine and an executor are killed on the way. {@code
 * -Dgalton.rollouts} sets how many rollouts each of 100 prompts has.
 */
@Tag("slow")
final class ServedSweepIT {
  private static final int PROMPTS = 100;
  private static final int ROLLOUTS = Integer.getInteger("galton.rollouts", 12);
  private static final Sampling SAMPLING = new Sampling(1.2, 0, 0.95, 0, 64, List.of());

  @TempDir private Path folder;

  @Test
  void itsTextsAreTheDecodersThoughEnginesAndExecutorsAreKilled() throws Exception {
    Process driver = start();
    List<ProcessHandle> engines = new ArrayList<>();
    try {
      await(driver, 1);
      engines.addAll(engines(driver));
      assertThat(engines).as(log()).isNotEmpty();
      engines.get(0).destroyForcibly();
      await(driver, 4);
      ProcessHandle executor = driver.children().findFirst().orElseThrow();
      List<ProcessHandle> orphans = enginesOf(executor).toList();
      assertThat(orphans).isNotEmpty();
      executor.destroyForcibly();
      for (ProcessHandle orphan : orphans) {
        orphan.onExit().get(60, TimeUnit.SECONDS);
      }
      engines.addAll(engines(driver));
      assertThat(driver.waitFor(20, TimeUnit.MINUTES)).isTrue();
      assertThat(driver.exitValue()).as(log()).isZero();
    } finally {
      driver.destroyForcibly().waitFor();
    }
    for (ProcessHandle engine : engines) {
      engine.onExit().get(60, TimeUnit.SECONDS);
    }
    Map<RolloutKey, String> stored = stored();
    assertThat(stored).hasSize(PROMPTS * ROLLOUTS);
    assertThat(stored.values().stream().distinct().count()).isGreaterThan(PROMPTS);
    assertThat(stored).isEqualTo(decoded(stored.keySet().stream().toList()));
  }

  private Process start() throws IOException {
    Path spec =
        Files.writeString(
            folder.resolve("served.yaml"),
            """
            sweep: served
            seed: 5
            output: %s
            models:
              - {serve: "builtin:abacus@894", arguments: "--loops 1", in_flight: 32}
            tasks: [{name: countdown, prompts: %d}]
            sampling: {temperature: 1.2, top_p: 0.95, max_tokens: 64}
            rollouts: %d
            decoding: {slots: 32}
            shard_rollouts: %d
            """
                .formatted(folder.resolve("tables"), PROMPTS, ROLLOUTS, PROMPTS * ROLLOUTS / 12));
    Files.createDirectories(folder.resolve("spark/jars"));
    List<String> command = ChildJvm.command("1g");
    command.addAll(
        List.of(
            "-Dspark.master=local-cluster[2,1,1024]",
            "-Dspark.scheduler.minRegisteredResourcesRatio=1.0",
            "-Dspark.executor.extraClassPath=" + ChildJvm.classPath(),
            "-Dspark.executor.extraJavaOptions=" + ChildJvm.compilers(),
            "org.galton.cli.Galton",
            "sweep",
            spec.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME", folder.resolve("spark").toString(),
                "SPARK_SCALA_VERSION", "2.13",
                "SPARK_LOCAL_IP", "127.0.0.1"));
    return builder.start();
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  /** Waits for files of rollouts. */
  private void await(Process driver, int files) throws Exception {
    Path rollouts = folder.resolve("tables/rollouts");
    while (count(rollouts) < files) {
      assertThat(driver.isAlive()).as(log()).isTrue();
      Thread.sleep(50);
    }
  }

  private static long count(Path rollouts) throws IOException {
    if (!Files.exists(rollouts)) {
      return 0;
    }
    try (var found = Files.walk(rollouts)) {
      return found
          .filter(file -> file.toString().endsWith(".parquet"))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .count();
    } catch (UncheckedIOException e) {
      return 0; // A file was renamed meanwhile.
    }
  }

  /** Every process that a local cluster starts is an executor, and a Java below one an engine. */
  private static List<ProcessHandle> engines(Process driver) {
    return driver.children().flatMap(ServedSweepIT::enginesOf).toList();
  }

  private static Stream<ProcessHandle> enginesOf(ProcessHandle executor) {
    return executor
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("java"));
  }

  private Map<RolloutKey, String> stored() throws SQLException {
    Map<RolloutKey, String> texts = new HashMap<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT generation, task, prompt_id, rollout_index, completion FROM "
                    + table("rollouts"))) {
      while (rows.next()) {
        texts.put(
            new RolloutKey(rows.getString(1), rows.getString(2), rows.getString(3), rows.getInt(4)),
            rows.getString(5));
      }
    }
    return texts;
  }

  private String table(String name) {
    return "read_parquet('%s/**/*.parquet', hive_partitioning = true)"
        .formatted(folder.resolve("tables").resolve(name));
  }

  private Map<RolloutKey, String> decoded(List<RolloutKey> keys) throws SQLException {
    Map<String, String> prompts = new HashMap<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT prompt_id, text FROM " + table("prompts"))) {
      while (rows.next()) {
        prompts.put(rows.getString(1), rows.getString(2));
      }
    }
    List<RolloutKey> sorted =
        keys.stream().sorted(Comparator.comparing(RolloutKey::promptId)).toList();
    List<Request> requests = new ArrayList<>();
    for (RolloutKey key : sorted) {
      requests.add(new Request(requests.size(), prompts.get(key.promptId()), key.seed()));
    }
    List<Completion> drawn = new ArrayList<>();
    try (LanguageModel model = SharedCheckpoints.open("builtin:abacus@894", 32)) {
      model.generate(requests.iterator(), SAMPLING, outcome -> drawn.add((Completion) outcome));
    }
    return drawn.stream()
        .collect(Collectors.toMap(one -> sorted.get((int) one.request().id()), Completion::text));
  }
}
