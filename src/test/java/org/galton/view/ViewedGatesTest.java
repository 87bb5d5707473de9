package org.galton.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.job.ScriptedModel;
import org.galton.job.Sums;
import org.galton.job.comparison.LastRunReview;
import org.galton.job.sweep.Sweep;
import org.galton.job.sweep.SweepResult;
import org.galton.job.sweep.SweepStudy;
import org.galton.model.Sampling;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.GateRule;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.task.Split;
import org.galton.view.engine.EngineLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates of real runs, one missed and then none. */
final class ViewedGatesTest {
  @TempDir private Path folder;

  private SweepResult sweep(String... gates) {
    SweepSpec spec =
        new SweepSpec(
            "gated",
            7,
            folder.toString(),
            8,
            List.of("12"),
            List.of(new TaskSpec(Sums.PLAIN, 6, Split.TEST)),
            List.of(SamplingWish.of(Sampling.untempered(20))),
            new Framing.Raw(),
            Decoding.DEFAULT,
            1024,
            0,
            List.of(gates).stream().map(GateRule::parse).toList(),
            Optional.empty(),
            Set.of());
    return new Sweep(
            LocalSpark.session(),
            ScriptedModel.Loader.flawless(),
            new LastRunReview(new Configuration(false)),
            SweepStudy.NONE,
            "test")
        .run(spec, progress -> {});
  }

  @Test
  void aRunShowsItsGatesAndHowTheyEnded() throws Exception {
    SweepResult missed = sweep("pass@1 below 0.99", "pass@1 above 1");
    SweepResult passed = sweep("pass@1 below 0.01");
    assertThat(List.of(missed.exitCode(), passed.exitCode())).containsExactly(1, 0);

    try (Viewer viewer = Viewer.start(List.of(folder.toString()), 0, EngineLimits.withDefaults())) {
      ViewClient client = ViewClient.of(viewer);
      assertThat(client.page("/")).contains("1 of 2 gates missed", "0 of 1 gates missed");
      assertThat(client.page("/1/run?run_id=" + missed.runId()))
          .contains("<p>1 of 2 gates missed.")
          .containsPattern("pass@1 below 0.99</th>[^\n]*>missed<")
          .containsPattern("pass@1 above 1</th>[^\n]*>passed<");
      assertThat(client.page("/1/run?run_id=" + passed.runId()))
          .contains("<p>0 of 1 gates missed.")
          .containsPattern("pass@1 below 0.01</th>[^\n]*>passed<");
    }
  }
}
