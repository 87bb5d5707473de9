package org.galton.study.samplers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.job.DuckDbTables;
import org.galton.job.run.RunTables;
import org.galton.job.sweep.RunReview;
import org.galton.job.sweep.Sweep;
import org.galton.job.sweep.SweepResult;
import org.galton.model.Sampling;
import org.galton.model.source.Checkpoints;
import org.galton.search.OneWaySampler;
import org.galton.search.SearchSampler;
import org.galton.study.samplers.row.SamplerCostRow;
import org.galton.study.samplers.row.SamplerTables;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.store.OutputFolder;
import org.galton.task.Split;
import org.galton.task.arithmetic.CountdownTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SamplersJobTest {
  private static final Configuration HADOOP = new Configuration(false);

  @TempDir private Path folder;

  @Test
  void differentRightAnswersAreCountedAsPassAtKCounts() {
    PromptFinds prompt = new PromptFinds();
    for (int i = 0; i < 4; i++) {
      prompt.drawn();
    }
    prompt.right("a");
    prompt.right("a");
    prompt.right("b");

    // Of the six pairs of four rollouts five hold an a and three hold the b.
    assertThat(prompt.distinct(2).orElseThrow()).isCloseTo(8.0 / 6, within(1e-12));
    assertThat(prompt.distinct(1).orElseThrow()).isCloseTo(0.75, within(1e-12));
    assertThat(prompt.distinct(4).orElseThrow()).isEqualTo(2);
    assertThat(prompt.distinct(5)).isEmpty();
  }

  @Test
  void costsAreThoseOfTheTables() throws Exception {
    SweepResult swept =
        sweep(
            "searched",
            List.of(
                Optional.of(new OneWaySampler(OneWaySampler.Choice.BEST, 0, 3, 0)),
                Optional.empty()));
    List<SamplerCostRow> rows = rows(swept);

    assertThat(rows).hasSize(6).extracting(SamplerCostRow::rollouts).contains(1, 2, 4);
    try (DuckDbTables tables = new DuckDbTables(folder.resolve("searched"))) {
      for (SamplerCostRow row : rows) {
        List<String> counted =
            tables
                .rows(
                    """
                    SELECT %1$d * avg(coalesce(q.drawn_tokens, r.completion_tokens)),
                      %1$d * avg(coalesce(q.verifier_calls, 0)), bool_or(coalesce(q.biased, false)),
                      avg(s.correct::INT)
                    FROM rollouts r LEFT JOIN searches q USING (generation, prompt_id, rollout_index)
                    JOIN scores s USING (generation, prompt_id, rollout_index)
                    WHERE r.generation = '%2$s'"""
                        .formatted(row.rollouts(), row.generation()))
                .get(0);
        assertThat(row.tokens()).isCloseTo(Double.parseDouble(counted.get(0)), within(1e-9));
        assertThat(row.verifierCalls()).isCloseTo(Double.parseDouble(counted.get(1)), within(1e-9));
        assertThat(row.biased()).isEqualTo(Boolean.parseBoolean(counted.get(2)));
        assertThat(row.deviceSeconds()).isPositive();
        if (row.rollouts() == 1) {
          double share = Double.parseDouble(counted.get(3));
          assertThat(row.solved()).isCloseTo(share, within(1e-12));
          assertThat(row.distinctRight()).isCloseTo(share, within(1e-12));
        }
      }
    }
    assertThat(new SamplersStudy().section(tables(swept)).orElseThrow().isShown()).isTrue();
  }

  @Test
  void aSweepWithoutSamplersHasNothingToCompare() {
    SweepResult swept = sweep("plain", List.of(Optional.empty()));
    RunTables tables = tables(swept);
    assertThat(tables.rows(SamplerTables.COSTS, row -> true)).isEmpty();
    assertThat(
            new SamplersJob(
                    LocalSpark.session(),
                    new OutputFolder(folder.resolve("plain").toString(), HADOOP))
                .run("again", tables.books(), tables.metrics(), OptionalInt.empty())
                .rows())
        .isEmpty();
  }

  private RunTables tables(SweepResult swept) {
    return RunTables.of(swept.spec().output(), swept.runId(), HADOOP);
  }

  private List<SamplerCostRow> rows(SweepResult swept) {
    return tables(swept).rows(SamplerTables.COSTS, row -> true);
  }

  private SweepResult sweep(String name, List<Optional<SearchSampler>> samplers) {
    SamplingWish plain = SamplingWish.of(Sampling.untempered(40));
    SweepSpec spec =
        new SweepSpec(
            name,
            7,
            folder.resolve(name).toString(),
            4,
            List.of("builtin:abacus@1547"),
            List.of(new TaskSpec(CountdownTask.withDefaults(), 3, Split.TEST)),
            samplers.stream()
                .map(
                    sampler ->
                        new SamplingWish(
                            plain.temperature(),
                            plain.topK(),
                            plain.topP(),
                            plain.minP(),
                            plain.maxTokens(),
                            plain.stop(),
                            plain.source(),
                            sampler))
                .toList(),
            new Framing.Raw(),
            new Decoding(8, "cpu"),
            64,
            0);
    return new Sweep(
            LocalSpark.session(),
            new Checkpoints(),
            RunReview.NONE,
            run -> new SamplersStudy().ofSweep(run),
            "test")
        .run(spec, progress -> {});
  }
}
