package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.galton.console.LocalSpark;
import org.galton.job.ScriptedModel;
import org.galton.job.Sums;
import org.galton.model.Sampling;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.task.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What someone who watches Spark's pages and logs sees of a sweep. */
final class RunVisibilityTest {
  @TempDir private Path folder;

  @Test
  void jobsAreNamedByWhatTheyAreFor() throws Exception {
    Set<String> words = ConcurrentHashMap.newKeySet();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart job) {
            words.add(
                job.properties().getProperty("spark.jobGroup.id")
                    + " | "
                    + job.properties().getProperty("spark.job.description"));
          }
        };
    var spark = LocalSpark.session().sparkContext();
    spark.addSparkListener(listener);
    try {
      run(List.of("a", "b", "c", "d", "e"), "cpu");
      spark.listenerBus().waitUntilEmpty();
    } finally {
      spark.removeSparkListener(listener);
    }

    assertThat(words)
        .containsExactlyInAnyOrder(
            "draw rollouts | draw rollouts: 10 shards of a, b, c and 2 more on sums",
            "score rollouts | score rollouts: 10 files",
            "count scores | count scores");
    assertThat(spark.getLocalProperty("spark.jobGroup.id")).isNull();
  }

  @Test
  void theRunIsNamedForLogLinesAndTravelsWithItsTasks() {
    SweepResult result = run(List.of("a"), "cpu");

    assertThat(System.getProperty("galton.run")).isEqualTo(result.runId());
    assertThat(LocalSpark.session().sparkContext().getLocalProperty("galton.run"))
        .isEqualTo(result.runId());
  }

  @Test
  void aGpuThatIsAskedForAndNotThereStopsTheSweepBeforeItDraws() {
    assertThatThrownBy(() -> run(List.of("a"), "gpu"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot decode on a GPU with the master local[2]: ");
    assertThat(folder.resolve("rollouts")).doesNotExist();
  }

  private SweepResult run(List<String> models, String device) {
    SweepSpec spec =
        new SweepSpec(
            "seen",
            7,
            folder.toString(),
            4,
            models,
            List.of(new TaskSpec(Sums.PLAIN, 2, Split.TEST)),
            List.of(SamplingWish.of(Sampling.untempered(20))),
            new Framing.Raw(),
            new Decoding(8, device),
            4,
            0);
    return new Sweep(LocalSpark.session(), ScriptedModel.Loader.flawless(), "test")
        .run(spec, progress -> {});
  }
}
