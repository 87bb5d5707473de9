package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep of 36 shards on three executors, of which one is killed every few seconds and the driver
 * twice, against the same sweep undisturbed. Wants the packaged jar. Prints what it cost.
 */
final class ChaosCoverage {
  private static final int SHARDS = 36;
  private static final int SHARD = 64;
  private static final String DISTURBED = "disturbed";

  @TempDir private Path folder;
  private InstalledGalton galton;

  @BeforeEach
  void install() throws IOException {
    galton = new InstalledGalton(folder);
    Files.writeString(
        folder.resolve("sweep.yaml"),
        """
        sweep: chaos
        seed: 5
        output: whole
        models: ["builtin:abacus"]
        tasks:
          - {name: arithmetic, prompts: %1$d}
          - {name: countdown, prompts: %1$d}
        sampling: {temperature: 1.0, max_tokens: 64}
        rollouts: %2$d
        shard_rollouts: %2$d
        decoding: {slots: 64}
        """
            .formatted(SHARDS / 2, SHARD));
  }

  @AfterEach
  void uninstall() throws IOException {
    galton.close();
  }

  @Test
  void aSweepWhoseProcessesKeepDyingEndsWithTheSameTables() throws Exception {
    Process undisturbed = start("local[2]", "whole");
    assertThat(undisturbed.waitFor()).as(galton.err()).isZero();

    Path logs = Files.createDirectory(folder.resolve("logs"));
    PublishedFiles files = new PublishedFiles(folder.resolve(DISTURBED));
    ExecutorKiller killer = new ExecutorKiller(7);
    int inFlight = 0;
    for (int enough : new int[] {SHARDS / 3, 2 * SHARDS / 3}) {
      Process driver = start("local-cluster[3,1,2048]", DISTURBED, logging(logs));
      killer.pursue(driver, files::count, enough);
      inFlight += ExecutorKiller.executors(driver).size();
      driver.destroyForcibly().waitFor();
    }
    Process last = start("local-cluster[3,1,2048]", DISTURBED, logging(logs));
    killer.pursue(last, files::count, SHARDS);
    assertThat(last.waitFor()).as(galton.err()).isZero();

    TwoOutputs tables = new TwoOutputs(folder.resolve("whole"), folder.resolve(DISTURBED));
    assertThat(tables.differences()).allSatisfy((table, rows) -> assertThat(rows).isZero());
    assertThat(tables.rows()).containsEntry("rollouts", (long) SHARDS * SHARD);
    DrawingLog drawing = DrawingLog.read(logs, 3);
    assertThat(drawing.replacements()).as("models loaded again elsewhere").isPositive();
    int lost = drawing.lost() + inFlight;
    System.out.printf(
        "%d shards of %d rollouts. Killed: %d executors, 2 drivers. %d processes drew, %d of them in place of"
            + " a killed one. Shards begun in vain: %d, so at most %.1f %% of the rollouts were drawn twice%n",
        SHARDS,
        SHARD,
        killer.killed(),
        drawing.executors(),
        drawing.replacements(),
        lost,
        100.0 * lost / SHARDS);
  }

  private static String[] logging(Path logs) {
    return new String[] {
      "--conf", "spark.eventLog.enabled=true",
      "--conf", "spark.eventLog.compress=false",
      "--conf", "spark.eventLog.dir=" + logs.toUri()
    };
  }

  private Process start(String master, String output, String... options) throws IOException {
    String[] command = new String[options.length + 8];
    System.arraycopy(options, 0, command, 0, options.length);
    String[] rest = {
      "--master",
      master,
      "--executor-memory",
      "1g",
      "sweep",
      "sweep.yaml",
      "--set",
      "output=" + output
    };
    System.arraycopy(rest, 0, command, options.length, rest.length);
    return galton.start(command);
  }
}
