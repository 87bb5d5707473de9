package org.galton.study.junk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.junk.dose.DoseOptions;
import org.galton.spec.InvalidInput;
import org.galton.study.junk.row.DoseResponseRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoseJobTest {
  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  @Test
  void theExampleHasThePublishedTrends() {
    List<DoseResponseRow> rows = run(Path.of("examples/doses.csv")).rows();
    assertThat(rows)
        .extracting(DoseResponseRow::metric)
        .containsExactly(
            "ARC-Challenge (CoT)",
            "AdvBench: risk",
            "RULER: common words",
            "RULER: multi-key needle",
            "RULER: variable tracking");
    DoseResponseRow arc = rows.get(0);
    assertThat(arc.slope()).isCloseTo(-0.1409, within(5e-5));
    assertThat(arc.spearman()).isEqualTo(-1);
    assertThat(arc.pFalls()).isCloseTo(1 / 120.0, within(1e-15));
    assertThat(arc.pMethod()).isEqualTo("exact");
    assertThat(arc.effect()).isNull();
    assertThat(arc.missing())
        .isEqualTo("g needs two values at dose 0 and at dose 100, there are 1 and 1");
    assertThat(rows.get(2).spearman()).isCloseTo(-0.9, within(1e-12));
    assertThat(rows.get(4).spearman()).isCloseTo(-0.9, within(1e-12));
  }

  @Test
  void severalModelsHaveARowOfAllFirst() throws IOException {
    String table =
        """
        model,dose,score
        a,0,1
        b,0,2
        c,0,3
        d,0,4
        a,100,2
        b,100,3
        c,100,4
        d,100,5
        """;
    List<DoseResponseRow> rows = run(csv("models.csv", table)).rows();
    assertThat(rows).extracting(DoseResponseRow::model).containsExactly(null, "a", "b", "c", "d");
    DoseResponseRow all = rows.get(0);
    assertThat(all.metric()).isEqualTo("score");
    assertThat(all.models()).isEqualTo(4);
    assertThat(all.d()).isCloseTo(0.774597, within(5e-7));
    assertThat(all.g()).isCloseTo(0.673562, within(5e-7));
    // Each of four models rises: one arrangement of 2^4.
    assertThat(all.pRises()).isCloseTo(1 / 16.0, within(1e-15));
    assertThat(all.effect()).isEqualTo("none");
  }

  @Test
  void jsonLinesNeedNoMetricAndNoModel() throws IOException {
    Path file =
        csv(
            "scores.jsonl",
            "{\"dose\":0,\"score\":3}\n{\"dose\":50,\"score\":2}\n{\"dose\":100,\"score\":1}\n");
    DoseResponseRow row = run(file).rows().get(0);
    assertThat(row.metric()).isEqualTo("score");
    assertThat(row.model()).isNull();
    assertThat(row.slope()).isCloseTo(-0.02, within(1e-15));
    assertThat(row.pFalls()).isCloseTo(1 / 6.0, within(1e-15));
  }

  /** A null outcome stays in the table. */
  @Test
  void equalScoresHaveARowOfTheirOwn() throws IOException {
    DoseResponseRow row =
        run(csv("null.csv", "dose,score\n0,5\n0,5\n100,5\n100,5\n")).rows().get(0);
    assertThat(row.slope()).isZero();
    assertThat(row.spearman()).isNull();
    assertThat(row.g()).isZero();
    assertThat(row.effect()).isEqualTo("none");
    assertThat(row.missing()).isEqualTo("scores do not vary within models");
  }

  @Test
  void orderFormatAndPartitionsChangeNothing() throws IOException {
    StringBuilder table = new StringBuilder();
    Random random = new Random(2);
    for (int model = 0; model < 3; model++) {
      for (int seed = 0; seed < 4; seed++) {
        for (int dose : new int[] {0, 20, 50, 80, 100}) {
          table.append(
              "m%d,%d,%d,%s\n"
                  .formatted(model, seed, dose, 50 - dose / 10.0 + random.nextGaussian()));
        }
      }
    }
    String head = "model,seed,dose,score\n";
    DoseResult first = run(csv("first.csv", head + table));
    List<String> lines = table.toString().lines().collect(Collectors.toList());
    Collections.shuffle(lines, random);
    DoseResult mixed = run(csv("mixed.csv", head + String.join("\n", lines) + "\n"));
    Path parquet = folder.resolve("rows.parquet");
    spark
        .read()
        .option("header", true)
        .csv(folder.resolve("mixed.csv").toString())
        .repartition(7)
        .write()
        .parquet(parquet.toString());

    assertThat(first.rows()).hasSize(4);
    // 20 scores of one model at 5 doses are counted all the same: 20! / (4!)^5 arrangements.
    assertThat(first.rows()).extracting(DoseResponseRow::pMethod).containsOnly("exact");
    assertThat(first.rows().get(0).effect()).isEqualTo("falls");
    assertThat(mixed.rows()).isEqualTo(first.rows());
    assertThat(mixed.means()).isEqualTo(first.means());
    assertThat(run(parquet).rows()).isEqualTo(first.rows());
  }

  @Test
  void whatIsNoScoreIsRefused() throws IOException {
    refused("dose,score\n0,high\n", "column 'score' is 'high'; expected a finite number");
    refused("dose,score\n,1\n", "column 'dose' is empty; expected a finite number");
    refused("dose,score\n", "there are no rows; expected a row per score");
    refused("dose\n1\n", "no column 'score'");
    refused("model,dose,score\n,0,1\n", "column 'model' is empty; expected a name");
    refused(
        "model,seed,dose,score\na,1,0,1\na,1,0,2\n",
        "model 'a', seed '1', dose 0 is there twice; expected one score, or no column seed");
  }

  private void refused(String table, String message) throws IOException {
    Path file = csv("wrong.csv", table);
    assertThatThrownBy(() -> run(file))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("wrong.csv")
        .hasMessageContaining(message);
  }

  private DoseResult run(Path file) {
    return new DoseJob(
            spark, new DoseRequest(file.toString(), new DoseOptions(200, 0.9, 99, 42), 0.3))
        .run("run-1");
  }

  private Path csv(String name, String table) throws IOException {
    return Files.writeString(folder.resolve(name), table);
  }
}
