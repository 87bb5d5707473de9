package org.galton.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.galton.console.LocalSpark;
import org.galton.job.bench.SweepBenchmark;
import org.galton.job.sweep.Sweep;
import org.galton.model.Sampling;
import org.galton.model.source.Checkpoints;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.task.Split;
import org.galton.task.arithmetic.CountdownTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepBenchReportTest {
  @TempDir private Path folder;

  @Test
  void everyWayDrawsTheSameRolloutsAndHasARate() {
    SweepBenchReport report = new SweepBenchReport(tinyBenchmark());

    ObjectNode json = report.json();
    assertThat(json.get("rows").findValuesAsText("decoding"))
        .containsExactly(
            "one at a time", "side by side", "few", "few", "sweep on one core", "grid");
    assertThat(json.get("rows").findValuesAsText("slots"))
        .containsExactly("1", "8", "8", "4", "8", "2");
    assertThat(json.get("rows").findValuesAsText("rollouts"))
        .containsExactly("2", "24", "4", "4", "24", "24");
    for (String figure :
        List.of("tokens_per_second", "seconds_per_step", "tokens_per_cpu_second")) {
      assertThat(json.get("rows").findValues(figure))
          .hasSize(6)
          .extracting(JsonNode::doubleValue)
          .allMatch(value -> value > 0 && Double.isFinite(value));
    }
    List<JsonNode> tokens = json.get("rows").findValues("tokens");
    assertThat(tokens.get(3)).isEqualTo(tokens.get(2));
    assertThat(tokens.get(4)).isEqualTo(tokens.get(1));
    assertThat(tokens.get(5)).isEqualTo(tokens.get(1));
    assertThat(json.get("rounds").intValue()).isEqualTo(2);
    assertThat(json.get("speedup").doubleValue()).isPositive();
    assertThat(json.get("few").doubleValue()).isPositive();
    assertThat(json.get("overhead").doubleValue()).isLessThan(1);

    assertThat(report.text())
        .contains("sweep on one core", "Medians of 2 rounds", "times as fast as one at a time");
  }

  private SweepBenchmark.Result tinyBenchmark() {
    Checkpoints models = new Checkpoints();
    SweepSpec spec =
        new SweepSpec(
            "bench",
            1,
            folder.toString(),
            12,
            List.of("builtin:abacus"),
            List.of(new TaskSpec(CountdownTask.withDefaults(), 2, Split.TEST)),
            List.of(SamplingWish.of(Sampling.untempered(8))),
            new Framing.Raw(),
            new Decoding(8, "cpu"),
            8,
            0);
    Sweep sweep = new Sweep(LocalSpark.session(), models, "test");
    return new SweepBenchmark(sweep, models, spec, List.of(2)).run(2);
  }
}
