package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.spark.sql.Row;
import org.galton.console.LocalSpark;
import org.galton.model.source.Checkpoints;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.sweep.SweepSpec;
import org.galton.task.judge.sandbox.SandboxHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps whose answers are programs. */
final class CodeSweepTest {
  @TempDir private Path folder;

  @Test
  void theExampleIsJudged() throws IOException {
    SandboxHere.assume();
    SweepResult result = sweep(spec());

    assertThat(result.exitCode()).isZero();
    assertThat(result.judged()).isEqualTo(16);
    assertThat(
            LocalSpark.session()
                .read()
                .parquet(folder.resolve("runs/scores").toString())
                .selectExpr("concat_ws(' ', status, found_by, detail)")
                .collectAsList())
        .hasSize(16)
        .anyMatch(row -> row.getString(0).startsWith("scored whole program failed test 1 of 2: "))
        .allMatch(row -> row.getString(0).matches(".*; [0-9]+ ms CPU, [0-9]+ MiB"));
  }

  @Test
  void aProgramIsRunAndPaidForOnceOverRuns() throws IOException {
    SandboxHere.assume();
    sweep(spec("rollouts=16", "shard_rollouts=8", "sampling.temperature=0.3"));
    sweep(spec("rollouts=32", "shard_rollouts=8", "sampling.temperature=0.3"));

    Row counted =
        LocalSpark.session()
            .read()
            .parquet(folder.resolve("runs/scores").toString())
            .selectExpr(
                "count(*)",
                "count(DISTINCT prompt_id, answer)",
                "count(judge_seconds)",
                "count(judge_peak_mib)",
                "sum(judge_seconds) > 0")
            .first();
    System.out.printf("%d verdicts on %d programs%n", counted.getLong(0), counted.getLong(1));
    assertThat(counted.getLong(0)).isEqualTo(128);
    assertThat(counted.getLong(1)).isBetween(4L, 120L);
    assertThat(counted.getLong(3)).as("runs").isLessThan(counted.getLong(0));
    assertThat(counted.getLong(2)).isEqualTo(counted.getLong(3));
    assertThat(counted.getBoolean(4)).isTrue();
  }

  @Test
  void whereNothingCanBeRunNothingIsDrawn() throws IOException {
    assertThatThrownBy(() -> sweep(spec("tasks.0.python=/usr/bin/python-of-nobody")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(
            "Cannot judge code: there is no program /usr/bin/python-of-nobody; install it")
        .hasMessageEndingWith("; nothing was drawn");
    assertThat(folder.resolve("runs/rollouts")).doesNotExist();
  }

  @Test
  void whoDrawsAloneNeedsNoSandbox() throws IOException {
    SweepResult drawn =
        new Sweep(LocalSpark.session(), new Checkpoints(), "test")
            .run(
                spec("tasks.0.python=/usr/bin/python-of-nobody"),
                EnumSet.of(Stage.ROLLOUT),
                progress -> {});
    assertThat(drawn.drawn().rollouts()).isEqualTo(16);
  }

  private static SweepResult sweep(SweepSpec spec) {
    return new Sweep(LocalSpark.session(), new Checkpoints(), "test").run(spec, progress -> {});
  }

  private SweepSpec spec(String... overrides) throws IOException {
    Path file = Path.of("examples/code.yaml");
    List<String> all = new ArrayList<>(List.of(overrides));
    all.add("output=" + folder.resolve("runs"));
    return SweepSpec.read(
        new SpecSource(file.toString(), Files.readString(file), all),
        path -> Files.newBufferedReader(Path.of(path)));
  }
}
