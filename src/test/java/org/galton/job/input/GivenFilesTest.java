package org.galton.job.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.galton.console.LocalSpark;
import org.galton.emergence.EmergenceSettings;
import org.galton.information.InformationEstimator;
import org.galton.information.PermutationTest;
import org.galton.job.figure.ModelStatistics;
import org.galton.spec.InvalidInput;
import org.galton.study.balance.BalanceJob;
import org.galton.study.balance.BalanceRequest;
import org.galton.study.emergence.EmergenceJob;
import org.galton.study.emergence.EmergenceRequest;
import org.galton.study.emergence.Window;
import org.galton.study.information.InformationJob;
import org.galton.study.information.InformationRequest;
import org.galton.study.information.MissingValues;
import org.galton.study.rates.StatsJob;
import org.galton.study.rates.StatsRequest;
import org.galton.study.scaling.FitJob;
import org.galton.study.scaling.FitRequest;
import org.galton.study.scaling.FitResult;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What anyone's files hold is read as it is, or refused with its place. */
final class GivenFilesTest {
  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  @Test
  void namesOfFilesAreNoPatterns() throws IOException {
    write("a1.csv", "prompt,sample,correct\np,0,0\n");
    Path named = write("a[1].csv", "prompt,sample,correct\np,0,1\np,1,1\n");
    Path star = write("b*.csv", "prompt,sample,correct\np,0,1\n");
    write("bb.csv", "prompt,sample,correct\np,1,0\n");
    Path braces = write("{x,y} z%20#.csv", "prompt,sample,correct\np,0,1\n");

    assertThat(stats(named).rollouts()).isEqualTo(2);
    assertThat(stats(star).rollouts()).isEqualTo(1);
    assertThat(stats(braces).rollouts()).isEqualTo(1);
  }

  @Test
  void everyReaderTellsATextThatIsNotUtf8() throws IOException {
    byte[] latin = "prompt,count\n\u00e9,0\n".getBytes(StandardCharsets.ISO_8859_1);
    String file = Files.write(folder.resolve("latin.csv"), latin).toString();
    List<ThrowingCallable> readers =
        List.of(
            () -> new StatsJob(spark).run(StatsRequest.of(file)),
            () -> new FitJob(spark).run(file, List.of(), FitRequest.withDefaults()),
            () ->
                new InformationJob(spark)
                    .run(
                        new InformationRequest(
                            file,
                            List.of("count"),
                            Optional.of("prompt"),
                            Optional.empty(),
                            InformationEstimator.JEFFREYS,
                            List.of(),
                            OptionalInt.empty(),
                            new PermutationTest(1, 1),
                            MissingValues.REFUSED)),
            () -> new BalanceJob(spark).run(BalanceRequest.of(file)),
            () ->
                new EmergenceJob(spark)
                    .run(
                        new EmergenceRequest(
                            file, EmergenceSettings.withDefaults(), List.of(Window.WHOLE), 0.05)));
    for (ThrowingCallable reader : readers) {
      assertThatThrownBy(reader)
          .isInstanceOf(InvalidInput.class)
          .hasMessageStartingWith("Cannot read " + file + " line 2: its byte 1 is 0xE9");
    }
  }

  @Test
  void foldersOfParquetNameColumns() {
    Path root = folder.resolve("hive");
    spark
        .sql(
            "SELECT concat('p', id) AS prompt, 0 AS sample, 1 AS correct, 'm=' || (id % 2) AS model"
                + " FROM range(4)")
        .write()
        .partitionBy("model")
        .parquet(root.toString());

    List<ModelStatistics> models =
        new StatsJob(spark).run(StatsRequest.of(root.toString())).models();

    assertThat(models).extracting(ModelStatistics::model).containsExactly("m=0", "m=1");
    assertThat(models).extracting(ModelStatistics::prompts).containsOnly(2);
  }

  @Test
  void idsAreWhatTheyAre() throws IOException {
    Path file =
        write("x.csv", "prompt,sample,correct\n\"a\",0,1\n\"a \",0,0\n\" a\",0,1\n\" \",0,0\n");
    assertThat(stats(file).prompts()).isEqualTo(4);
    Path json =
        write(
            "x.jsonl",
            """
            {"prompt":"a","sample":0,"correct":1}
            {"prompt":"a ","sample":0,"correct":0}
            """);
    assertThat(stats(json).prompts()).isEqualTo(2);
  }

  @Test
  void negativeZeroIsZeroAndNotANumberIsNoAnswer() {
    Path file = folder.resolve("answers");
    spark
        .sql(
            "SELECT 'p' AS prompt, CAST(id AS INT) AS sample, 0 AS correct, CASE id WHEN 0 THEN 0D"
                + " WHEN 1 THEN -0D WHEN 2 THEN double('NaN') ELSE 1D END AS answer FROM range(4)")
        .write()
        .parquet(file.toString());

    ModelStatistics model = stats(file);

    // Two zeros and a one: the entropy of 2/3 and 1/3.
    double entropy = -2 / 3.0 * Math.log(2 / 3.0) - 1 / 3.0 * Math.log(1 / 3.0);
    assertThat(
            model.figures().stream()
                .filter(figure -> figure.metric().equals("answer_entropy"))
                .findFirst()
                .orElseThrow()
                .estimate()
                .value()
                .orElseThrow())
        .isEqualTo(entropy, org.assertj.core.api.Assertions.within(1e-12));
  }

  @Test
  void anAnswerThatIsJudgedBothWaysIsSaid() throws IOException {
    Path file =
        write(
            "x.csv", "prompt,sample,correct,answer\np,0,1,4\np,1,0,4\np,2,0,5\nq,0,1,4\nq,1,1,4\n");
    assertThat(stats(file).contradicted()).isEqualTo(1);
  }

  @Test
  void largeVotesWithoutAnswersAreNotSimulated() throws IOException {
    StringBuilder csv = new StringBuilder("prompt,sample,correct,answer\n");
    for (int prompt = 0; prompt < 100; prompt++) {
      for (int sample = 0; sample < 300; sample++) {
        csv.append('p').append(prompt).append(',').append(sample).append(",0,\n");
      }
    }
    Path file = write("x.csv", csv.toString());
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> new StatsJob(spark).run(StatsRequest.of(file.toString()).withKs(List.of(200, 256))));
  }

  @Test
  void seriesAreToldApartByTheirCells() throws IOException {
    StringBuilder csv = new StringBuilder("compute,reward,a,b\n");
    for (String cells : List.of("1,2", "\"1 b=2\",3", "1,\"2 b=3\"", "NULL,x", ",x")) {
      csv.append("100,0.5,").append(cells).append('\n');
    }
    FitResult result =
        new FitJob(spark)
            .run(
                write("points.csv", csv.toString()).toString(),
                List.of("a", "b"),
                FitRequest.withDefaults());
    assertThat(result.series())
        .extracting(series -> series.fit().series())
        .containsExactlyInAnyOrder(
            "a=1 b=2", "a=\"1 b=2\" b=3", "a=1 b=\"2 b=3\"", "a=\"NULL\" b=x", "a=NULL b=x");
  }

  @Test
  void aGroupIsAFileWithoutItsKnownEnding() {
    assertThat(InputFormat.stem("gpt-4.1-run.1.csv")).isEqualTo("gpt-4.1-run.1");
    assertThat(InputFormat.stem("gpt-4.1-run.2.csv.gz")).isEqualTo("gpt-4.1-run.2");
    assertThat(InputFormat.stem("a.parquet")).isEqualTo("a");
  }

  private ModelStatistics stats(Path file) {
    List<ModelStatistics> models =
        new StatsJob(spark).run(StatsRequest.of(file.toString())).models();
    assertThat(models).hasSize(1);
    return models.get(0);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
