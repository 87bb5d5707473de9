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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two workers that believe in a GPU each. */
@Tag("slow")
final class GpuClusterIT {
  private static final int CORES = 4;
  private static final String SERIES =
      "metrics_galton_driver_plugin_org_galton_job_monitoring_MonitoringPlugin_";

  @TempDir private Path temporary;

  private InstalledGalton galton;

  @BeforeEach
  void install() throws IOException {
    galton = new InstalledGalton(temporary);
  }

  @AfterEach
  void uninstall() throws IOException {
    galton.close();
  }

  @Test
  void gpusAreSharedByAsManyTasksAsTheSpecSaysAndScoringHasAllCores() throws Exception {
    Files.writeString(
        temporary.resolve("gpu.yaml"),
        """
        sweep: gpu
        seed: 5
        output: %s
        models: [counting]
        tasks: [{name: arithmetic, prompts: 24}]
        sampling: {max_tokens: 4}
        rollouts: 4
        shard_rollouts: 4
        decoding: {device: gpu, tasks_per_gpu: 2}
        """
            .formatted(temporary.resolve("tables")));
    String classes = Path.of("target/test-classes").toAbsolutePath() + ":";
    String jar = Path.of("target/galton.jar").toAbsolutePath().toString();
    int code =
        galton.run(
            Map.of("GALTON_SUBMIT_OPTS", "--class org.galton.cli.GpuSweep"),
            "--master=local-cluster[2," + CORES + ",1024]",
            "--executor-memory=1g",
            "--conf=spark.worker.resource.gpu.amount=1",
            "--conf=spark.worker.resource.gpu.discoveryScript=" + discovery(),
            "--conf=spark.executor.resource.gpu.amount=1",
            "--conf=spark.scheduler.minRegisteredResourcesRatio=1.0",
            "--conf=spark.scheduler.maxRegisteredResourcesWaitingTime=2m",
            "--conf=spark.driver.extraClassPath=" + classes + jar,
            "--conf=spark.executor.extraClassPath=" + classes + jar,
            "--conf=spark.ui.enabled=true",
            "--conf=spark.ui.port=0",
            "--conf=spark.metrics.namespace=galton",
            "--conf=spark.metrics.conf="
                + Path.of("cluster-conf/spark/metrics.properties").toAbsolutePath(),
            temporary.toString(),
            temporary.resolve("gpu.yaml").toString());

    assertThat(code).as(galton.err()).isZero();
    Map<String, Integer> mostAtOnce = mostAtOnceByDevice();
    assertThat(mostAtOnce).containsOnlyKeys("gpu:0", "gpu:1");
    assertThat(mostAtOnce.values()).allMatch(atOnce -> atOnce <= 2);
    assertThat(Files.readAllLines(temporary.resolve("tasks")))
        .contains(
            "draw rollouts: 24 shards of counting on arithmetic = 4",
            "score rollouts: 24 files = " + 2 * CORES);
    assertThat(Files.readAllLines(temporary.resolve("metrics")))
        .contains(
            SERIES + "tokens_Count{type=\"counters\"} " + 24 * 4 * 3,
            SERIES + "rollouts_Count{type=\"counters\"} " + 24 * 4,
            SERIES + "failures_Count{type=\"counters\"} 0",
            SERIES + "slots_in_use_Value{type=\"gauges\"} 0",
            SERIES + "queue_Value{type=\"gauges\"} 0");
  }

  /** Gives every worker that asks another address. */
  private Path discovery() throws IOException {
    Path script = temporary.resolve("discover");
    Files.writeString(
        script,
        """
        #!/bin/sh
        address=0
        until mkdir "$0.$address"; do address=$((address + 1)); done 2>/dev/null
        echo '{"name": "gpu", "addresses": ["'$address'"]}'
        """);
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script;
  }

  private Map<String, Integer> mostAtOnceByDevice() throws SQLException {
    Map<String, Integer> most = new TreeMap<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT device, max(completion::INT), count(*) FROM read_parquet('"
                    + temporary.resolve("tables/rollouts")
                    + "/**/*.parquet') GROUP BY device")) {
      List<Integer> counts = new ArrayList<>();
      while (rows.next()) {
        most.put(rows.getString(1), rows.getInt(2));
        counts.add(rows.getInt(3));
      }
      assertThat(counts.stream().mapToInt(count -> count).sum()).isEqualTo(24 * 4);
    }
    return most;
  }
}
