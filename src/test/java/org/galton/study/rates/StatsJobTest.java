package org.galton.study.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.job.figure.Figure;
import org.galton.job.figure.ModelStatistics;
import org.galton.job.figure.StatsResult;
import org.galton.job.gate.LimitGate;
import org.galton.job.query.Query;
import org.galton.job.run.RunOrigin;
import org.galton.spec.InvalidInput;
import org.galton.statistics.Estimate;
import org.galton.statistics.rate.Truncation;
import org.galton.statistics.rate.VarianceComponents;
import org.galton.statistics.vote.Ties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatsJobTest {
  private static final String FULL =
      "prompt,sample,answer,correct,rm_score,logprob_sum,tokens,finish,cluster,model\n";

  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  private ModelStatistics only(Path file) {
    List<ModelStatistics> models = run(StatsRequest.of(file.toString())).models();
    assertThat(models).hasSize(1);
    return models.get(0);
  }

  private StatsResult run(StatsRequest request) {
    return new StatsJob(spark).run(request);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Figure figure(ModelStatistics model, String metric, Integer k) {
    return model.figures().stream()
        .filter(f -> f.metric().equals(metric) && Objects.equals(f.k(), k))
        .findFirst()
        .orElseThrow();
  }

  private static double value(ModelStatistics model, String metric, Integer k) {
    return figure(model, metric, k).estimate().value().orElseThrow();
  }

  @Test
  void threeColumnsAreEnoughForTheFiguresOfCounts() throws IOException {
    StringBuilder csv = new StringBuilder("sample,prompt,correct\n");
    for (int i = 0; i < 10; i++) {
      csv.append(i).append(",p,").append(i < 3 ? 1 : 0).append('\n');
    }
    Path file = write("plain.csv", csv.toString());

    StatsResult result = run(StatsRequest.of(file.toString()).withKs(List.of(8, 2, 5)));

    ModelStatistics model = result.models().get(0);
    assertThat(model.model()).isEmpty();
    assertThat(model.rollouts()).isEqualTo(10);
    assertThat(value(model, "pass@k", 2)).isCloseTo(0.5333333333, within(1e-10));
    assertThat(value(model, "pass@k", 5)).isCloseTo(0.9166666667, within(1e-10));
    assertThat(value(model, "pass@k", 8)).isEqualTo(1);
    assertThat(value(model, "pass^k", 2)).isCloseTo(0.0666666667, within(1e-10));
    assertThat(value(model, "mean@n", null)).isEqualTo(0.3);
    assertThat(figure(model, "pass@k", 2).estimate().standardError()).isEmpty();
    assertThat(model.figures())
        .extracting(Figure::metric)
        .doesNotContain("maj@k", "maj@n", "best_of@k", "truncation_rate", "token_entropy");
  }

  @Test
  void thePosteriorMeanHasTheErrorOfRolloutsAlone() throws IOException {
    StringBuilder csv = new StringBuilder("prompt,sample,correct\n");
    for (int right : new int[] {0, 5, 20}) {
      for (int i = 0; i < 20; i++) {
        csv.append("p%d,%d,%d%n".formatted(right, i, i < right ? 1 : 0));
      }
    }

    ModelStatistics model = only(write("bayes.csv", csv.toString()));

    Estimate bayes = figure(model, "bayes@n", null).estimate();
    assertThat(bayes.value().orElseThrow()).isCloseTo(0.4242424242, within(5e-11));
    assertThat(bayes.standardError().orElseThrow()).isCloseTo(0.0371134810, within(5e-11));
    assertThat(bayes.low().orElseThrow()).isCloseTo(0.3515013382, within(5e-10));
    double bound =
        LimitGate.parse("bayes@n above 0.1", 0.95)
            .judge("it", model.figures(), model.clusters())
            .low();
    assertThat(bound).isCloseTo(0.3631961804, within(5e-10));
  }

  @Test
  void votesBestOfTruncationAndTokensComeWithTheirColumns() throws IOException {
    String[] answers = {"a", "a", "b", "b", "", ""};
    StringBuilder csv = new StringBuilder(FULL);
    for (int i = 0; i < 6; i++) {
      csv.append(
          "p,%d,%s,%d,,-%d,2,%s,,m%n"
              .formatted(i, answers[i], i < 2 ? 1 : 0, i, i < 4 ? "stop" : "length"));
    }
    Path votes = write("votes.csv", csv.toString());
    double[] scores = {0.1, 0.4, 0.4, 0.9, -0.2};
    int[] correct = {0, 1, 0, 1, 1};
    StringBuilder ranked = new StringBuilder("prompt,sample,correct,rm_score\n");
    for (int i = 0; i < 5; i++) {
      ranked.append("p,%d,%d,%s%n".formatted(i, correct[i], scores[i]));
    }

    ModelStatistics model = only(votes);

    assertThat(model.model()).isEqualTo("m");
    assertThat(value(model, "maj@k", 2)).isCloseTo(0.4666666667, within(1e-10));
    assertThat(value(model, "maj@k", 4)).isEqualTo(0.5, within(1e-12));
    assertThat(value(model, "answer_entropy", null)).isCloseTo(Math.log(2), within(1e-12));
    assertThat(value(model, "truncation_rate", null)).isEqualTo(2 / 6.0);
    assertThat(value(model, "completion_tokens", null)).isEqualTo(2);
    assertThat(value(model, "token_entropy", null)).isEqualTo(15 / 12.0);
    assertThat(value(model, "undrawn_correct_squares", null)).isCloseTo(1 / 15.0, within(1e-15));
    assertThat(value(model, "undrawn_wrong_mass", null)).isZero();
    assertThat(value(model, "undrawn_wrong_squares", null)).isCloseTo(1 / 15.0, within(1e-15));
    ModelStatistics wrong = run(StatsRequest.of(votes.toString()).with(Ties.WRONG)).models().get(0);
    assertThat(value(wrong, "maj@n", null)).isZero();
    ModelStatistics best = only(write("ranked.csv", ranked.toString()));
    assertThat(value(best, "best_of@k", 1)).isCloseTo(0.6, within(1e-12));
    assertThat(value(best, "best_of@k", 2)).isCloseTo(0.65, within(1e-12));
    assertThat(value(best, "best_of@k", 4)).isCloseTo(0.9, within(1e-12));
  }

  @Test
  void votesOfMoreThanTheExactRolloutsAreSimulatedWhereAsked() throws IOException {
    StringBuilder csv = new StringBuilder("prompt,sample,answer,correct\n");
    for (int i = 0; i < 100; i++) {
      csv.append("p,%d,%s,%d%n".formatted(i, i < 51 ? "a" : "b", i < 51 ? 1 : 0));
    }
    Path file = write("large.csv", csv.toString());

    ModelStatistics asked =
        run(StatsRequest.of(file.toString()).withKs(List.of(80, 100))).models().get(0);

    HypergeometricDistribution right = new HypergeometricDistribution(null, 100, 51, 80);
    double exact = right.upperCumulativeProbability(41) + right.probability(40) / 2;
    // Four of the simulation's own standard errors, at most 0.005.
    assertThat(value(asked, "maj@k", 80)).isCloseTo(exact, within(0.02));
    assertThat(figure(asked, "maj@k", 80).method())
        .matches("simulated votes, which add a standard error of \\d\\.\\de-03 to the mean.*");
    assertThat(value(asked, "maj@k", 100)).isEqualTo(1);
    assertThat(only(file).figures())
        .filteredOn(figure -> figure.metric().equals("maj@k"))
        .extracting(Figure::k)
        .containsExactly(1, 2, 4, 8, 16, 32, 64);
  }

  @Test
  void cutOffRolloutsAreCountedAndPromptsOfNothingElseFlagged() throws IOException {
    Path file =
        write(
            "cut.csv",
            """
            prompt,sample,correct,finish
            p,0,0,length
            p,1,0,interrupted
            q,0,1,stop
            q,1,0,length
            """);

    ModelStatistics model = only(file);

    assertThat(model.truncation().orElseThrow().rate()).isEqualTo(0.75);
    assertThat(model.truncation().orElseThrow().alarm()).isEqualTo(Truncation.Alarm.ALARM);
    assertThat(model.allTruncated()).isEqualTo(1);
    assertThat(value(model, "all_truncated", null)).isEqualTo(0.5);
  }

  @Test
  void aCutOffRolloutIsWrongAndSilentUnlessItsVerdictIsToCount() throws IOException {
    Path file =
        write(
            "overruled.csv",
            "prompt,sample,answer,correct,finish\np,0,a,1,length\np,1,a,1,stop\np,2,b,0,length\n");

    ModelStatistics model = only(file);

    assertThat(value(model, "mean@n", null)).isEqualTo(1 / 3.0);
    assertThat(model.overruled()).isEqualTo(1);
    assertThat(value(model, "answer_entropy", null)).isZero();
    ModelStatistics judged =
        run(StatsRequest.of(file.toString()).with(TruncatedVerdicts.JUDGED)).models().get(0);
    assertThat(value(judged, "mean@n", null)).isEqualTo(2 / 3.0);
    assertThat(judged.overruled()).isZero();
    assertThat(judged.truncation()).isEqualTo(model.truncation());
  }

  @Test
  void stabilityHasItsKnownAnswers() throws IOException {
    StringBuilder csv = new StringBuilder("prompt,sample,correct\n");
    for (int i = 0; i < 16; i++) {
      csv.append("p,%d,%d%n".formatted(i, i < 10 ? 1 : 0));
    }

    ModelStatistics model = only(write("stable.csv", csv.toString()));

    assertThat(value(model, "g-pass_0.5@k", 8)).isCloseTo(0.9405594406, within(5e-11));
    assertThat(value(model, "g-pass_0.75@k", 8)).isCloseTo(0.3041958042, within(5e-11));
    assertThat(value(model, "pass^k", 8)).isCloseTo(0.0034965035, within(5e-11));
    assertThat(value(model, "mg-pass@k", 8)).isCloseTo(0.2657342657, within(5e-11));
  }

  @Test
  void familiesWidenTheErrorAndPlanReadsTheVarianceComponents() throws IOException {
    int[] right = {0, 2, 4, 8, 7};
    StringBuilder csv = new StringBuilder("prompt,sample,correct,subject\n");
    for (int p = 0; p < right.length; p++) {
      for (int i = 0; i < 8; i++) {
        csv.append("p%d,%d,%d,s%d%n".formatted(p, i, i < right[p] ? 1 : 0, p / 2));
      }
    }
    Path file = write("families.csv", csv.toString());

    ModelStatistics plain = only(file);
    ModelStatistics clustered =
        run(StatsRequest.of(file.toString()).withClusterColumn("subject")).models().get(0);

    assertThat(plain.clusters()).isEmpty();
    assertThat(clustered.clusters()).hasValue(3);
    assertThat(figure(clustered, "pass@k", 1).estimate().standardError().orElseThrow())
        .isGreaterThan(figure(plain, "pass@k", 1).estimate().standardError().orElseThrow());
    VarianceComponents parts = plain.plan().components().orElseThrow();
    assertThat(parts.within()).isCloseTo(0.125, within(1e-12));
    assertThat(parts.between()).isCloseTo(0.159375, within(1e-12));
    assertThat(plain.plan().rollouts()).isEqualTo(8);
    assertThat(plain.plan().shareOfRollouts().orElseThrow())
        .isCloseTo(0.015625 / 0.175, within(1e-12));
  }

  @Test
  void csvJsonLinesAndParquetOfAnyOrderAndPartitioningGiveTheSameBits() throws IOException {
    Random random = new Random(7);
    List<String> rows = new ArrayList<>();
    for (int p = 0; p < 60; p++) {
      int n = 20 + random.nextInt(20);
      double rate = random.nextDouble();
      for (int i = 0; i < n; i++) {
        int verdict = random.nextDouble() < rate ? 1 : 0;
        rows.add(
            String.format(
                Locale.ROOT,
                "p%d,%d,%s,%d,%.6f,%.7f,%d,%s,c%d,m%d",
                p % 30,
                i,
                verdict == 1 ? "right" : "wrong" + random.nextInt(4),
                verdict,
                random.nextGaussian(),
                -random.nextDouble() * 90,
                1 + random.nextInt(100),
                random.nextInt(9) == 0 ? "length" : "stop",
                p % 30 / 3,
                p / 30));
      }
    }
    Path csv = write("all.csv", FULL + String.join("\n", rows) + "\n");
    List<ModelStatistics> expected = run(StatsRequest.of(csv.toString())).models();
    Collections.shuffle(rows, random);
    Path shuffled = Files.createDirectory(folder.resolve("shuffled"));
    for (int part = 0; part < 3; part++) {
      int from = part * rows.size() / 3;
      int to = (part + 1) * rows.size() / 3;
      Files.writeString(
          shuffled.resolve(part + ".csv"), FULL + String.join("\n", rows.subList(from, to)) + "\n");
    }
    Path json = folder.resolve("json");
    Path parquet = folder.resolve("parquet");
    spark
        .read()
        .option("header", "true")
        .csv(csv.toString())
        .repartition(5)
        .write()
        .json(json.toString());
    try (Stream<Path> written = Files.list(json)) {
      for (Path part : written.filter(f -> f.toString().endsWith(".json")).toList()) {
        Files.move(part, Path.of(part + "l"));
      }
    }
    spark.read().option("header", "true").csv(csv.toString()).createOrReplaceTempView("given");
    spark
        .sql(
            "SELECT prompt, int(sample) sample, answer, correct = '1' AS correct, double(rm_score)"
                + " rm_score, double(logprob_sum) logprob_sum, bigint(tokens) tokens, finish,"
                + " cluster, model FROM given")
        .repartition(7)
        .write()
        .parquet(parquet.toString());

    for (Path other : List.of(shuffled, json, parquet)) {
      assertThat(run(StatsRequest.of(other.toString())).models())
          .as(other.toString())
          .isEqualTo(expected);
    }
    assertThat(expected).extracting(ModelStatistics::model).containsExactly("m0", "m1");
  }

  @Test
  void aPromptShortOfRolloutsIsLeftOutAndCounted() throws IOException {
    Path file = write("short.csv", "prompt,sample,correct\na,0,1\na,1,0\nb,0,1\n");

    assertThat(figure(only(file), "pass@k", 2).estimate().promptsShort()).isEqualTo(1);
    assertThat(figure(only(file), "pass@k", 2).estimate().prompts()).isEqualTo(1);
  }

  @Test
  void whatIsNoRolloutIsRefusedWithFileRowAndWhatWasExpected() throws IOException {
    refused(
        "twice",
        "p,3,1\nq,1,0\np,3,0\n",
        "prompt 'p', sample '3': the sample is there twice; expected each sample of a prompt once");
    refused("correct", "p,0,2\n", "prompt 'p', sample '0': correct is '2'; expected 0 or 1");
    refused("verdict", "p,0,\n", "prompt 'p', sample '0': correct is missing; expected 0 or 1");
    refused(
        "none",
        "p,0,1\nq,,\n",
        "prompt 'q' has a row without sample and correct, so without a rollout; expected a row per"
            + " rollout; remove the row");
    refused(
        "number",
        "p,x,1\n",
        "prompt 'p', sample 'x': sample is 'x'; expected a whole number from 0 to 2147483647");
    refused("nameless", ",4,1\n", "a row (sample '4') has no prompt; expected the prompt's id");
    refused(
        "cells", "p,4\n", "the line 'p,4' does not parse; expected as many cells as the header");
  }

  private void refused(String name, String rows, String problem) throws IOException {
    Path file = write(name + ".csv", "prompt,sample,correct\n" + rows);
    assertRefused(file, "Cannot read " + file + ": " + problem);
  }

  private void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> run(StatsRequest.of(file.toString())))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(message);
  }

  @Test
  void wrongOptionalCellsAreRefusedToo() throws IOException {
    refusedRow("nan", "p,0,a,1,NaN,,,,,", "rm_score is 'NaN'; expected a finite number");
    refusedRow(
        "logprob",
        "p,0,a,1,,0.5,3,,,",
        "logprob_sum is '0.5'; expected a finite number, 0 or less");
    refusedRow(
        "tokens",
        "p,0,a,1,,,1.5,,,",
        "tokens is '1.5'; expected a whole number from 0 to 2147483647");
    refusedRow(
        "finish", "p,0,a,1,,,,eos,,", "finish is 'eos'; expected stop, length or interrupted");
    refusedRow(
        "cluster",
        "p,1,a,1,,,,,c,\np,0,a,1,,,,,d,",
        "the cluster is 'd' here and 'c' in another row; expected one cluster per prompt");
  }

  private void refusedRow(String name, String row, String problem) throws IOException {
    Path file = write(name + ".csv", FULL + row + "\n");
    assertRefused(file, "Cannot read " + file + ": prompt 'p', sample '0': " + problem);
  }

  @Test
  void whatContradictsItselfAcrossFilesIsRefused() throws IOException {
    Path twice = Files.createDirectory(folder.resolve("twice"));
    Path mixed = Files.createDirectory(folder.resolve("mixed"));
    for (int part = 0; part < 2; part++) {
      Files.writeString(twice.resolve(part + ".csv"), "prompt,sample,correct\np,3," + part + "\n");
      Files.writeString(
          mixed.resolve(part + ".csv"),
          "prompt,sample,correct,cluster\np,%d,1,c%d%n".formatted(part, part));
    }

    assertRefused(
        twice,
        "Cannot read "
            + twice
            + ": prompt 'p': sample 3 is there twice; expected each sample of a prompt once");
    assertRefused(
        mixed,
        "Cannot read "
            + mixed
            + ": prompt 'p': the cluster is 'c0' in one row and 'c1' in another; expected one"
            + " cluster per prompt");
  }

  @Test
  void anInputThatHoldsNoRolloutsIsNamed() throws IOException {
    String columns =
        "columns prompt, sample and correct, and optionally answer, rm_score, logprob_sum, tokens,"
            + " finish, cluster, model";
    Path empty = write("empty.jsonl", "");
    assertRefused(empty, "Cannot read " + empty + ": the file is empty; expected " + columns);
    Path header = write("header.csv", FULL);
    assertRefused(
        header, "Cannot read " + header + ": there are no rows; expected a row per rollout");
    Path other = write("other.csv", "id,sample,correct\n");
    assertRefused(
        other,
        "Cannot read "
            + other
            + ": no column 'prompt'; the columns are id, sample, correct; expected "
            + columns);
    Path broken =
        write(
            "broken.jsonl", "{\"prompt\": \"p\", \"sample\": 0, \"correct\": 1}\n{\"prompt\": \n");
    assertRefused(
        broken,
        "Cannot read "
            + broken
            + ": the line '{\"prompt\": ' does not parse; expected one JSON object a line");
  }

  @Test
  void csvFilesOfOneFolderMayOrderTheirColumnsEachInItsWayAndLackOptionalOnes() throws IOException {
    Path parts = Files.createDirectory(folder.resolve("orders"));
    Files.writeString(parts.resolve("0.csv"), "prompt,sample,correct\np,0,1\nq,0,0\n");
    Files.writeString(parts.resolve("1.csv"), "correct,answer,prompt,sample\n1,a,p,1\n");
    Files.writeString(parts.resolve("2.csv"), "prompt,sample,correct\nq,1,0\n");

    ModelStatistics model = only(parts);

    assertThat(model.rollouts()).isEqualTo(4);
    assertThat(value(model, "pass@k", 1)).isEqualTo(0.5);
    assertThat(value(model, "maj@n", null)).isEqualTo(0.5);
    Files.writeString(parts.resolve("3.csv"), "prompt,sample\nq,2\n");
    assertRefused(
        parts,
        "Cannot read "
            + parts.resolve("3.csv")
            + ": prompt 'q', sample '2': correct is missing; expected 0 or 1");
  }

  @Test
  void aParquetColumnOfAWrongTypeIsNamedWithItsTypeAndTheOneExpected() {
    Path dates = folder.resolve("dates");
    Path lists = folder.resolve("lists");
    spark
        .sql("SELECT 'p' prompt, 0 sample, DATE '2026-01-01' correct")
        .write()
        .parquet(dates.toString());
    spark.sql("SELECT array('p') prompt, 0 sample, 1 correct").write().parquet(lists.toString());

    assertRefused(
        dates, "Cannot read " + dates + ": column 'correct' is of type date; expected a number");
    assertRefused(
        lists,
        "Cannot read " + lists + ": column 'prompt' is of type array<string>; expected text");
  }

  @Test
  void aKBeyondTheRolloutsIsRefused() throws IOException {
    Path file = write("k.csv", "prompt,sample,correct\np,0,1\np,1,0\n");

    assertThatThrownBy(() -> run(StatsRequest.of(file.toString()).withKs(List.of(1, 4))))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Invalid --k 4: no prompt of "
                + file
                + " has more than 2 rollouts; expected 1 to 2 (--plan extrapolates beyond them)");
    assertThatThrownBy(() -> StatsRequest.of("x").withKs(List.of(0)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Invalid --k 0: expected 1 or more");
  }

  @Test
  void theTablesHoldWhatIsPrinted() throws IOException {
    Path file = write("kept.csv", "prompt,sample,correct\na,0,1\na,1,0\nb,0,1\nb,1,1\n");
    Path output = folder.resolve("out");

    ModelStatistics model =
        new StatsJob(spark)
            .run(
                StatsRequest.of(file.toString()),
                output.toString(),
                new RunOrigin("", "test"),
                result -> 0)
            .models()
            .get(0);

    Query query = Query.over(spark, Optional.of(output.toString()));
    assertThat(
            query.json("SELECT value, task, model FROM metrics WHERE metric = 'pass@k' AND k = 1"))
        .containsExactly("{\"value\":0.75,\"task\":\"kept.csv\",\"model\":\"given\"}");
    assertThat(query.json("SELECT count(*) AS n FROM metrics"))
        .containsExactly("{\"n\":%d}".formatted(model.figures().size()));
    assertThat(
            query.json(
                "SELECT prompt_id, cluster, n, correct, unparsed, majority_vote FROM"
                    + " prompt_statistics ORDER BY 1"))
        .containsExactly(
            "{\"prompt_id\":\"a\",\"cluster\":\"a\",\"n\":2,\"correct\":1,\"unparsed\":0,\"majority_vote\":null}",
            "{\"prompt_id\":\"b\",\"cluster\":\"b\",\"n\":2,\"correct\":2,\"unparsed\":0,\"majority_vote\":null}");
    assertThat(query.json("SELECT exit_code, galton_version FROM runs"))
        .containsExactly("{\"exit_code\":0,\"galton_version\":\"test\"}");
  }
}
