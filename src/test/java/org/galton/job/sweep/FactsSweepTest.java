package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.model.source.Checkpoints;
import org.galton.spec.SpecSource;
import org.galton.sweep.SweepSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep on questions that may be declined. */
final class FactsSweepTest {
  @TempDir private Path folder;

  @Test
  void questionsAreGroupedByWhatIsKnown() {
    SweepSpec spec =
        SweepSpec.read(
            new SpecSource(
                "facts.yaml",
                """
                sweep: facts
                seed: 1
                output: %s
                models: ["builtin:abacus"]
                tasks: [{name: facts, known: 2, half_known: 1, unknown: 1}]
                sampling: {max_tokens: 16}
                rollouts: 4
                """
                    .formatted(folder),
                List.of()),
            path -> {
              throw new FileNotFoundException(path);
            });

    SweepResult result =
        new Sweep(LocalSpark.session(), new Checkpoints(), "test").run(spec, progress -> {});

    assertThat(result.exitCode()).isZero();
    SparkSession spark = LocalSpark.session();
    spark.read().parquet(folder.resolve("prompts").toString()).createOrReplaceTempView("asked");
    spark.read().parquet(folder.resolve("scores").toString()).createOrReplaceTempView("said");
    assertThat(
            spark
                .sql(
                    """
                    SELECT attributes['knowledge'], count(*), count(DISTINCT cluster), sum(int(correct))
                    FROM said JOIN asked USING (task, prompt_id) GROUP BY 1 ORDER BY 1
                    """)
                .collectAsList())
        .extracting(Row::mkString)
        .containsExactly("half_known1210", "known2420", "unknown1210");
  }
}
