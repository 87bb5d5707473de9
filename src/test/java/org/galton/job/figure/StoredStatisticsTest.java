package org.galton.job.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.job.comparison.Adjustment;
import org.galton.job.comparison.CellComparison;
import org.galton.job.comparison.ComparisonJob;
import org.galton.job.comparison.ComparisonRequest;
import org.galton.job.comparison.MetricComparison;
import org.galton.job.run.RunAddress;
import org.galton.job.run.RunOrigin;
import org.galton.spec.InvalidInput;
import org.galton.study.rates.StatsJob;
import org.galton.study.rates.StatsRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredStatisticsTest {
  private final SparkSession spark = LocalSpark.session();
  private final Configuration hadoop = spark.sparkContext().hadoopConfiguration();

  @TempDir private Path folder;

  private StatsResult stats(String name, int... right) throws IOException {
    StringBuilder csv = new StringBuilder("prompt,sample,answer,correct,finish,cluster\n");
    for (int p = 0; p < right.length; p++) {
      for (int i = 0; i < 8; i++) {
        boolean hit = i < right[p];
        csv.append(
            "p%d,%d,%s,%d,%s,c%d%n"
                .formatted(
                    p, i, hit ? "a" + i : "b", hit ? 1 : 0, p == 0 ? "length" : "stop", p / 2));
      }
    }
    Path file = Files.writeString(folder.resolve(name + ".csv"), csv.toString());
    return new StatsJob(spark)
        .run(
            StatsRequest.of(file.toString()), output(name), new RunOrigin("", "test"), result -> 0);
  }

  private String output(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void whoNamesATableOfARunIsToldToNameTheRun() throws IOException {
    stats("one", 0, 2, 4);
    String table = output("one") + "/prompt_statistics";
    InvalidInput failure = new InvalidInput("Cannot read it");

    assertThat(RunAddress.insideOf(table, failure, hadoop))
        .hasValueSatisfying(
            said ->
                assertThat(said)
                    .hasMessage(
                        "Cannot read %s as rollouts: it is part of the output folder of a run; write --input %s"
                            .formatted(table, output("one"))));
    assertThat(RunAddress.insideOf(table + "/run_id=x/part.parquet", failure, hadoop)).isPresent();
    assertThat(RunAddress.insideOf(output("one.csv"), failure, hadoop)).isEmpty();
    assertThat(RunAddress.insideOf("one.csv", failure, hadoop)).isEmpty();
  }

  @Test
  void aFinishedRunTellsTheFiguresAndThePlanItWasSummarizedWith() throws IOException {
    ModelStatistics computed = stats("one", 0, 2, 4, 8, 7).models().get(0);
    RunAddress address = RunAddress.parse(output("one"));

    StatsResult stored = StoredStatistics.of("one", address.open(hadoop));

    assertThat(address.hasRuns(hadoop)).isTrue();
    assertThat(RunAddress.parse(folder + "/one.csv").hasRuns(hadoop)).isFalse();
    assertThat(stored.models())
        .singleElement()
        .usingRecursiveComparison()
        .ignoringFields("model")
        .isEqualTo(computed);
    assertThat(stored.models().get(0).model()).isEqualTo("given on one.csv, given");
  }

  @Test
  void rolloutsGivenInTwoFilesAreComparedOnTheirPrompts() throws IOException {
    stats("before", 0, 2, 4, 8, 7);
    stats("after", 1, 4, 4, 8, 8, 8);

    CellComparison pair =
        new ComparisonJob(hadoop)
            .run(
                new ComparisonRequest(
                    RunAddress.parse(output("before")),
                    Optional.of(RunAddress.parse(output("after"))),
                    List.of(),
                    List.of(),
                    3,
                    Adjustment.HOCHBERG))
            .cells()
            .get(0);

    MetricComparison mean =
        pair.metrics().stream().filter(m -> m.metric().equals("mean@n")).findFirst().orElseThrow();
    // The first prompt's rollouts were cut off, so its right one does not count.
    assertThat(mean.difference().value()).hasValue((0 + 2 + 0 + 0 + 1) / 8.0 / 5);
    assertThat(mean.clusters()).hasValue(3);
    assertThat(pair.pair().onlyCandidate()).isEqualTo(1);
  }
}
