package org.galton.study.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.job.run.RunOrigin;
import org.galton.scaling.FormComparison;
import org.galton.scaling.SigmoidCurve;
import org.galton.spec.InvalidInput;
import org.galton.study.scaling.row.ScalingFitRow;
import org.galton.study.scaling.row.ScalingTables;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FitJobTest {
  private static final String EIGHT =
      """
      compute,reward
      1500,0.412
      2500,0.425
      4000,0.447
      6500,0.484
      10000,0.527
      16000,0.570
      26000,0.602
      42000,0.622
      """;
  private static final FitRequest FROM_040 = FitRequest.withDefaults().withStartingReward("0.40");

  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  @Test
  void aCurveInCsvHasItsKnownAnswers() throws IOException {
    ScalingFitRow fit = only(write("eight.csv", EIGHT), FROM_040).fit();
    assertThat(fit.series()).isEqualTo("all");
    assertThat(fit.status()).isEqualTo("OK");
    assertThat(fit.r0Mode()).isEqualTo("fixed(0.4)");
    assertThat(fit.asymptote()).isCloseTo(0.640934, within(5e-7));
    assertThat(fit.exponent()).isCloseTo(1.640257, within(5e-7));
    assertThat(fit.midpoint()).isCloseTo(9427.2325, within(5e-5));
    assertThat(fit.sse()).isCloseTo(2.602052e-6, within(5e-13));
    assertThat(fit.asymptoteLow()).isLessThan(fit.asymptote());
    assertThat(fit.asymptoteHigh()).isGreaterThan(fit.asymptote());
    assertThat(fit.points()).isEqualTo(8);
    assertThat(fit.halfPoints()).isEqualTo(6);
    assertThat(fit.halfPassed()).isTrue();
  }

  @Test
  void jsonLinesAndParquetAreTheSameCurve() throws IOException {
    StringBuilder lines = new StringBuilder();
    EIGHT
        .lines()
        .skip(1)
        .map(line -> line.split(","))
        .forEach(
            cells ->
                lines.append("{\"compute\": %s, \"reward\": %s}\n".formatted(cells[0], cells[1])));
    Path json = write("eight.jsonl", lines.toString());
    String parquet = folder.resolve("eight.parquet").toString();
    spark.read().json(json.toString()).write().parquet(parquet);
    ScalingFitRow csv = only(write("eight.csv", EIGHT), FROM_040).fit();
    assertThat(only(json, FROM_040).fit().asymptote()).isEqualTo(csv.asymptote());
    assertThat(only(Path.of(parquet), FROM_040).fit().asymptote()).isEqualTo(csv.asymptote());
  }

  @Test
  void aForecastHasItsInterval() throws IOException {
    FittedSeries series =
        only(write("eight.csv", EIGHT), FROM_040.withForecasts(List.of(84000.0, 5000.0)));
    assertThat(series.forecasts()).hasSize(2);
    assertThat(series.forecasts().get(0).compute()).isEqualTo(5000);
    var far = series.forecasts().get(1);
    assertThat(far.reward()).isBetween(far.ciLow(), far.ciHigh());
    assertThat(far.ciHigh()).isLessThan(series.fit().asymptoteHigh());
  }

  @Test
  void oneBrokenSeriesAmongThousandsStopsNoOther() throws IOException {
    List<String> rows = new ArrayList<>();
    SigmoidCurve curve = new SigmoidCurve(0.2, 0.7, 1.5, 1000);
    for (int s = 0; s < 2000; s++) {
      for (int i = 0; i < 8; i++) {
        double compute = 100 * Math.pow(3, i / 1.2);
        double reward = curve.rewardAt(compute);
        rows.add("m%04d,%s,%s".formatted(s, compute, s == 1234 ? 100 * reward : reward));
      }
    }
    Collections.shuffle(rows, new Random(7));
    Path file = write("many.csv", "model,compute,reward\n" + String.join("\n", rows) + "\n");
    FitResult result =
        new FitJob(spark).run(file.toString(), List.of("model"), FitRequest.withDefaults());
    assertThat(result.series()).hasSize(2000);
    assertThat(result.accepted()).isEqualTo(1999);
    ScalingFitRow broken = result.series().get(1234).fit();
    assertThat(broken.series()).isEqualTo("model=m1234");
    assertThat(broken.status()).isEqualTo("INVALID_REWARD");
    assertThat(broken.reason()).endsWith("; divide percentages by 100, turn -1/+1 into 0/1");
    assertThat(broken.asymptote()).isNull();
  }

  @Test
  void everySeriesHasAStatusOfItsOwn() throws IOException {
    StringBuilder text = new StringBuilder("kind,compute,reward\n");
    EIGHT.lines().skip(1).forEach(line -> text.append("rising,").append(line).append('\n'));
    for (int i = 1; i <= 8; i++) {
      text.append("falling,%d,%s\n".formatted(i, 0.9 - i / 20.0));
      text.append("constant,%d,0.5\n".formatted(i));
      text.append("negative,%d,0.5\n".formatted(-i));
      text.append("missing,%d,%s\n".formatted(i, i % 2 == 0 ? "NaN" : "n/a"));
    }
    text.append("two,1,0.1\ntwo,2,0.2\n");
    FitResult result =
        new FitJob(spark)
            .run(
                write("kinds.csv", text.toString()).toString(),
                List.of("kind"),
                FitRequest.withDefaults());
    assertThat(
            result.series().stream()
                .map(one -> one.fit().series() + " " + one.fit().status())
                .toList())
        .containsExactly(
            "kind=constant NO_GAIN",
            "kind=falling DECREASING",
            "kind=missing TOO_FEW_POINTS",
            "kind=negative TOO_FEW_POINTS",
            "kind=rising OK",
            "kind=two TOO_FEW_POINTS");
    assertThat(result.series().get(2).fit().dropped()).isEqualTo(8);
    assertThat(result.series().get(3).fit().dropped()).isEqualTo(8);
  }

  @Test
  void theTablesHoldWhatWasFitted() throws IOException {
    String output = folder.resolve("out").toString();
    FitResult result =
        new FitJob(spark)
            .run(
                write("eight.csv", EIGHT).toString(),
                List.of(),
                FROM_040.withForecasts(List.of(84000.0)),
                output,
                new RunOrigin("", "test"));
    OutputFolder tables = new OutputFolder(output, spark.sparkContext().hadoopConfiguration());
    String run = result.series().get(0).fit().runId();
    assertThat(tables.ofRun(ScalingTables.FITS, run).rows(ScalingTables.FITS.rows()))
        .containsExactly(result.series().get(0).fit());
    assertThat(tables.ofRun(ScalingTables.POINTS, run).rows(ScalingTables.POINTS.rows()))
        .isEqualTo(result.series().get(0).points())
        .hasSize(8);
    assertThat(tables.ofRun(ScalingTables.FORECASTS, run).rows(ScalingTables.FORECASTS.rows()))
        .hasSize(1);
    assertThat(tables.runs(Table.RUNS)).containsExactly(run);

    FittedSeries again =
        new FitJob(spark)
            .run(output, List.of(), FROM_040.withForecasts(List.of(84000.0)))
            .series()
            .get(0);
    assertThat(again.fit().series()).isEqualTo("all");
    assertThat(again.fit().asymptote()).isEqualTo(result.series().get(0).fit().asymptote());
    assertThat(again.forecasts().get(0).reward())
        .isEqualTo(result.series().get(0).forecasts().get(0).reward());
    assertThatThrownBy(() -> new FitJob(spark).run(output, List.of("kind"), FROM_040))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot tell the series of %s apart by kind: its table 'scaling_points' names them; leave --series and --replicate out"
                .formatted(output));
  }

  @Test
  void rewardsInPercentAreAnErrorWhereThereIsNothingElse() throws IOException {
    Path file = write("percent.csv", EIGHT.replace("0.", "").replace("reward", "reward"));
    assertThatThrownBy(() -> only(file, FROM_040))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot read "
                + file
                + ": column 'reward' of series 'all': reward 412.0 at compute 1500.0; divide"
                + " percentages by 100, turn -1/+1 into 0/1; expected 0 to 1 in column 'reward'");
  }

  @Test
  void whatIsNoTableOfPointsIsNamed() throws IOException {
    Path other = write("other.csv", "flops,reward\n1,0.5\n");
    assertThatThrownBy(() -> only(other, FROM_040))
        .hasMessage(
            "Cannot read "
                + other
                + ": no column 'compute'; the columns are flops, reward;"
                + " expected a row per point with columns compute and reward");
    Path words = write("words.csv", "compute,reward\nmuch,high\n");
    assertThatThrownBy(() -> only(words, FROM_040))
        .hasMessage(
            "Cannot read "
                + words
                + ": no row has a number in 'compute' and in 'reward';"
                + " expected a row per point with columns compute and reward");
    Path empty = write("empty.csv", "compute,reward\n");
    assertThatThrownBy(() -> only(empty, FROM_040))
        .hasMessage(
            "Cannot read "
                + empty
                + ": there are no rows;"
                + " expected a row per point with columns compute and reward");
  }

  @Test
  void optionsThatAreNoneAreNamed() {
    FitRequest request = FitRequest.withDefaults();
    assertThatThrownBy(() -> request.withStartingReward("2"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Invalid --r0 2: expected auto, free, first_point, zero_row or a number from 0 to 1");
    assertThatThrownBy(() -> request.withForecasts(List.of(-1.0)))
        .hasMessage("Invalid --forecast -1.0: expected a finite compute above 0");
    assertThatThrownBy(
            () -> new FitRequest("auto", "guess", List.of(), 0, List.of(), FitAlternatives.none()))
        .hasMessage("Invalid --method guess: expected least_squares or grid");
    assertThatThrownBy(
            () -> new FitRequest("free", "grid", List.of(), 0, List.of(), FitAlternatives.none()))
        .hasMessage(
            "Invalid method grid with R0 free:"
                + " expected a known R0 (fixed, zero_row or first_point)");
    assertThatThrownBy(
            () ->
                new FitRequest(
                    "auto",
                    "least_squares",
                    List.of(1.0, 2.0),
                    0,
                    List.of(),
                    FitAlternatives.none()))
        .hasMessage(
            "Invalid --midpoints [1.0, 2.0] with --method least_squares: expected the smallest and"
                + " the largest C_mid of --method grid, as 100,40000");
    assertThatThrownBy(() -> request.withMinCompute(-1))
        .hasMessage("Invalid min_compute -1.0: expected 0 or more");
  }

  @Test
  void otherFitsHaveTheirKnownAnswers() throws IOException {
    FitRequest request =
        FROM_040.with(FitAlternatives.none().withForms().withResamples(200).withAsymptote(0.645));

    FittedSeries series = only(write("eight.csv", EIGHT), request);

    AlternativeFits found = series.alternatives();
    assertThat(found.held().lineExponent()).isCloseTo(1.583049, within(5e-7));
    assertThat(found.held().lineMidpoint()).isCloseTo(9782.6519, within(5e-5));
    assertThat(found.held().exponent()).isBetween(1.55, 1.64);
    assertThat(found.held().squares()).isGreaterThan(series.fit().sse());
    assertThat(found.forms().preferred()).isEqualTo(FormComparison.Form.SIGMOID);
    assertThat(found.forms().sigmoidSquares()).isCloseTo(2.602052e-6, within(5e-13));
    assertThat(found.forms().powerLawMove()).isGreaterThan(found.forms().sigmoidMove());
    assertThat(found.bootstrap().low()).isGreaterThan(series.fit().asymptoteLow());
    assertThat(found.bootstrap().high()).isLessThan(series.fit().asymptoteHigh());
    assertThat(series.fit().bootstrapLow()).isEqualTo(found.bootstrap().low());
    assertThat(series.fit().preferredForm()).isEqualTo("SIGMOID");
    assertThat(series.fit().heldExponent()).isEqualTo(found.held().exponent());
  }

  @Test
  void whatACurveCannotHaveIsAbsent() throws IOException {
    FitRequest below = FROM_040.with(FitAlternatives.none().withAsymptote(0.3));
    assertThat(only(write("eight.csv", EIGHT), below).alternatives())
        .isEqualTo(new AlternativeFits(null, null, null, "R0 is 0.4000"));
    FitRequest all =
        FROM_040.with(FitAlternatives.none().withForms().withResamples(40).withAsymptote(0.645));
    String falling = "compute,reward\n1,0.9\n2,0.8\n3,0.7\n4,0.6\n5,0.5\n6,0.4\n";
    assertThat(only(write("falling.csv", falling), all).alternatives())
        .isEqualTo(AlternativeFits.none());
  }

  @Test
  void runsOfARecipeHaveTheirSpread() throws IOException {
    StringBuilder text = new StringBuilder("recipe,seed,compute,reward\n");
    addCurve(text, "good", "a", 0.61);
    addCurve(text, "good", "b", 0.60);
    addCurve(text, "good", "c", 0.62);
    addCurve(text, "near", "a", 0.595);
    addCurve(text, "poor", "a", 0.50);
    addCurve(text, "poor", "b", 0.52);
    FitRequest request =
        FitRequest.withDefaults().with(FitAlternatives.none().withReplicate("seed"));
    FitResult result =
        new FitJob(spark)
            .run(write("seeds.csv", text.toString()).toString(), List.of("recipe"), request);
    assertThat(result.series()).hasSize(6);
    assertThat(result.series().get(0).fit().series()).isEqualTo("recipe=good seed=a");
    assertThat(result.series().get(0).fit().recipe()).isEqualTo("recipe=good");
    assertThat(result.recipes().stream().map(RecipeSpread::recipe))
        .containsExactly("recipe=good", "recipe=near", "recipe=poor");
    RecipeSpread good = result.recipes().get(0);
    assertThat(good.mean()).isCloseTo(0.61, within(2e-3));
    assertThat(good.deviation()).isCloseTo(0.01, within(1e-3));
    assertThat(good.halfRange()).isCloseTo(0.01, within(1e-3));
    assertThat(good.distinguishable()).isFalse();
    RecipeSpread near = result.recipes().get(1);
    assertThat(near.fitted()).isEqualTo(1);
    assertThat(near.deviation()).isNull();
    assertThat(near.distinguishable()).isTrue();
    assertThat(result.recipes().get(2).distinguishable()).isNull();
  }

  private static void addCurve(StringBuilder text, String recipe, String seed, double asymptote) {
    SigmoidCurve curve = new SigmoidCurve(0.2, asymptote, 1.5, 1000);
    for (int i = 0; i < 12; i++) {
      double compute = 100 * Math.pow(2, i);
      text.append("%s,%s,%s,%s\n".formatted(recipe, seed, compute, curve.rewardAt(compute)));
    }
  }

  @Test
  void alternativesThatAreNoneAreNamed() throws IOException {
    FitAlternatives none = FitAlternatives.none();
    assertThatThrownBy(() -> none.withResamples(3))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Invalid --bootstrap 3: expected 40 or more");
    assertThatThrownBy(() -> none.withAsymptote(61))
        .hasMessage("Invalid --asymptote 61.0: expected above 0, at most 1");
    assertThatThrownBy(
            () -> new FitRequest("0.4", "grid", List.of(), 0, List.of(), none.withResamples(100)))
        .hasMessage(
            "Invalid --bootstrap 100 with --method grid: expected --method least_squares, which"
                + " refits resampled points");
    Path file = write("eight.csv", EIGHT);
    FitRequest twice = FROM_040.with(none.withReplicate("seed"));
    assertThatThrownBy(() -> new FitJob(spark).run(file.toString(), List.of("seed"), twice))
        .hasMessage(
            "Invalid --replicate seed: it is a column of --series, too; expected another column,"
                + " the one that tells runs of one recipe apart");
  }

  private FittedSeries only(Path file, FitRequest request) {
    List<FittedSeries> series = new FitJob(spark).run(file.toString(), List.of(), request).series();
    assertThat(series).hasSize(1);
    return series.get(0);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
