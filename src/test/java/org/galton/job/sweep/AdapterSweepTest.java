package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.List;
import org.galton.console.LocalSpark;
import org.galton.job.DuckDbTables;
import org.galton.job.draw.RolloutResult;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.adapter.RandomAdapter;
import org.galton.model.source.Checkpoints;
import org.galton.spec.SpecSource;
import org.galton.sweep.SweepSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep over a checkpoint and two adapters of it. */
final class AdapterSweepTest {
  private static final String BASE = "builtin:abacus@517";
  private static final String CONFIG =
      """
      {"peft_type": "LORA", "r": 2, "lora_alpha": 2, "target_modules": "all-linear"}
      """;

  @TempDir private Path folder;

  @Test
  void everyAdapterIsAModelOfItsOwnAndIsNotDrawnTwice() throws Exception {
    for (int i = 1; i <= 2; i++) {
      RandomAdapter.of(Checkpoint.open(BASE).config(), module -> 2, i).write(adapter(i), CONFIG);
    }
    SweepSpec spec =
        SweepSpec.read(
            new SpecSource(
                "adapted.yaml",
                """
                sweep: adapted
                seed: 1
                output: %1$s
                models:
                  - %2$s
                  - {base: %2$s, adapter: "%3$s"}
                  - "%2$s+adapter:%4$s"
                tasks: [{name: arithmetic, prompts: 2}]
                sampling: {max_tokens: 16}
                rollouts: 4
                keep: [tokens]
                """
                    .formatted(folder.resolve("out"), BASE, adapter(1), adapter(2)),
                List.of()),
            path -> {
              throw new FileNotFoundException(path);
            });
    Sweep sweep = new Sweep(LocalSpark.session(), new Checkpoints(), "test");

    SweepResult first = sweep.run(spec, progress -> {});
    SweepResult again = sweep.run(spec, progress -> {});

    assertThat(first.exitCode()).isZero();
    assertThat(drawn(first)).isEqualTo(24);
    assertThat(drawn(again)).isZero();
    try (DuckDbTables tables = new DuckDbTables(folder.resolve("out"))) {
      assertThat(
              tables.rows(
                  "SELECT model, count(*), count(DISTINCT generation) FROM rollouts"
                      + " JOIN rollout_tokens"
                      + " USING (model, task, generation, prompt_id, rollout_index)"
                      + " GROUP BY 1 ORDER BY 1"))
          .containsExactly(
              List.of(BASE, "8", "1"),
              List.of(BASE + "+adapter:" + adapter(1), "8", "1"),
              List.of(BASE + "+adapter:" + adapter(2), "8", "1"));
      assertThat(
              tables.rows(
                  "SELECT count(DISTINCT generation), count(DISTINCT completion) > 8"
                      + " FROM rollouts"))
          .containsExactly(List.of("3", "true"));
    }
  }

  private static long drawn(SweepResult result) {
    return result.drawn().cells().stream().mapToLong(RolloutResult.Drawn::rollouts).sum();
  }

  private Path adapter(int number) {
    return folder.resolve("an adapter: +adapter:%41=" + number);
  }
}
