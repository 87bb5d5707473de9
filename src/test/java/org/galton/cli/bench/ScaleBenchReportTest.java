package org.galton.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.console.LocalSpark;
import org.galton.job.bench.ScaleBenchmark;
import org.galton.job.bench.ScaleBenchmark.Timing;
import org.galton.spec.SpecSource;
import org.galton.sweep.SweepSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScaleBenchReportTest {
  @TempDir private Path folder;

  private final ScaleBenchReport report =
      new ScaleBenchReport(
          List.of(
              new Timing(10, 2_560, 1, 1, 2, 4, 1, 0.5, 1, 1 << 20, 5_120, 100L << 20),
              new Timing(100, 25_600, 10, 1, 10, 20, 4, 1, 10, 10 << 20, 51_200, 150L << 20)));

  @Test
  void everyFigureStandsBesideItsGrowth() {
    assertThat(report.text().replaceAll(" +", " "))
        .contains("rollouts 2,560 25,600 10.00 x")
        .contains("draw and write (s) 2.0 10.0 5.00 x")
        .contains("rollouts/s, scored 640 1,280 2.00 x")
        .contains("driver's heap in use (MiB) 100 150 1.50 x");
  }

  @Test
  void jsonHoldsTheSameFigures() {
    JsonNode all = report.json().get("sizes").get(1);

    assertThat(all.get("files").asLong()).isEqualTo(10);
    assertThat(all.get("file_mebibytes").asDouble()).isEqualTo(1);
    assertThat(all.get("score_bytes").asDouble()).isEqualTo(2);
  }

  @Test
  void aRealSweepIsTimedAtEachSize() {
    List<Timing> timings =
        new ScaleBenchmark(LocalSpark.session(), "test").run(List.of(20, 5), this::spec);

    assertThat(timings).extracting(Timing::prompts).containsExactly(5, 20);
    assertThat(timings).extracting(Timing::rollouts).containsExactly(320L, 1280L);
    assertThat(timings).extracting(Timing::files).containsExactly(2L, 5L);
    for (Timing timing : timings) {
      assertThat(timing.shards()).isEqualTo((int) timing.files());
      assertThat(List.of(timing.planned(), timing.drawn(), timing.scored(), timing.summarized()))
          .allMatch(seconds -> seconds > 0);
      // Rows enough that the footers are not the most of both.
      assertThat(timing.rolloutBytes()).isGreaterThan(timing.scoreBytes());
      assertThat(timing.heapBytes()).isBetween(1L << 20, Runtime.getRuntime().maxMemory());
    }
  }

  private SweepSpec spec(int prompts) {
    try {
      Path questions = folder.resolve(prompts + ".jsonl");
      Files.write(
          questions,
          IntStream.range(0, prompts)
              .mapToObj(
                  i ->
                      "{\"id\": \"%d\", \"prompt\": \"Question %d: %d\", \"reference\": \"%d\"}"
                          .formatted(i, i, i % 10, i % 10))
              .toList());
      return SweepSpec.read(
          new SpecSource(
              "a test",
              """
              sweep: scale
              seed: 1
              output: %s
              models: [instant]
              tasks: [{name: digits, kind: jsonl, path: %s, judge: numeric}]
              sampling: {temperature: 1.0, max_tokens: 64}
              rollouts: 64
              shard_rollouts: 256
              """
                  .formatted(folder.resolve("tables-" + prompts), questions),
              List.of()),
          path -> Files.newBufferedReader(Path.of(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
