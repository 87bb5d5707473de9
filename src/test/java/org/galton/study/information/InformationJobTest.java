package org.galton.study.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.information.InformationEstimator;
import org.galton.information.PermutationTest;
import org.galton.information.PidMeasure;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InformationJobTest {
  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  @Test
  void anExclusiveOrIsSynergyInEveryFormatAndOrderOfRows() throws IOException {
    List<String> rows = new ArrayList<>();
    List<String> objects = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      boolean right = (i ^ i >> 1) % 2 == 1;
      rows.add("%s,%d,%b".formatted(i % 2 == 0 ? "short" : "long", i / 2 % 2, right));
      objects.add(
          "{\"length\": \"%s\", \"model\": %d, \"correct\": %b}"
              .formatted(i % 2 == 0 ? "short" : "long", i / 2 % 2, right));
    }
    Path csv = write("rows.csv", "length,model,correct\n" + String.join("\n", rows) + "\n");
    Collections.shuffle(rows, new Random(1));
    Path mixed = write("mixed.csv", "length,model,correct\n" + String.join("\n", rows) + "\n");
    Path jsonl = write("rows.jsonl", String.join("\n", objects) + "\n");
    Path parquet = folder.resolve("rows.parquet");
    spark.read().json(jsonl.toString()).write().parquet(parquet.toString());

    InformationResult result = run(xor(csv));

    assertThat(result.rows()).isEqualTo(64);
    assertThat(bits(result, "I(length; correct)", "plug-in")).isCloseTo(0, within(1e-12));
    assertThat(bits(result, "I(length, model; correct)", "plug-in")).isCloseTo(1, within(1e-12));
    assertThat(bits(result, "O(length, model, correct)", "O-information"))
        .isCloseTo(-1, within(1e-12));
    for (String measure : List.of("imin", "mmi", "broja")) {
      InformationFigure synergy = figure(result, "synergy", measure);
      assertThat(synergy.comparison().observed()).isCloseTo(1, within(1e-9));
      assertThat(synergy.comparison().pValue()).isCloseTo(1 / 101.0, within(1e-12));
      assertThat(synergy.comparison().corrected()).isBetween(0.9, 1.0);
    }
    for (Path other : List.of(mixed, jsonl, parquet)) {
      assertThat(run(xor(other)).figures()).isEqualTo(result.figures());
    }
  }

  private static InformationRequest xor(Path file) {
    return new InformationRequest(
        file.toString(),
        List.of("length", "model"),
        Optional.of("correct"),
        Optional.of(PidColumns.parse("length,model:correct")),
        InformationEstimator.PLUG_IN,
        List.of(),
        OptionalInt.empty(),
        new PermutationTest(100, 42),
        MissingValues.REFUSED);
  }

  @Test
  void numbersAreCutOrTakenAsTheyAre() throws IOException {
    Random random = new Random(3);
    StringBuilder csv = new StringBuilder("x,y\n");
    for (int i = 0; i < 400; i++) {
      double x = random.nextGaussian();
      csv.append(x).append(',').append(0.6 * x + 0.8 * random.nextGaussian()).append('\n');
    }
    String file = write("numbers.csv", csv.toString()).toString();

    assertThatThrownBy(() -> run(ask(file, "x", "y")))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot use column 'x' of %s: it has 400 different values in 400 rows; expected at most 50 for an estimator of discrete values; cut it into bins with --bins 4, or use --estimator ksg"
                .formatted(file));
    InformationResult cut =
        run(
            new InformationRequest(
                file,
                List.of("x"),
                Optional.of("y"),
                Optional.empty(),
                InformationEstimator.JEFFREYS,
                List.of(),
                OptionalInt.of(4),
                PermutationTest.withDefaults(),
                MissingValues.REFUSED));
    assertThat(bits(cut, "I(x; y)", "jeffreys")).isBetween(0.15, 0.4);
    for (InformationEstimator estimator :
        List.of(
            InformationEstimator.GAUSSIAN,
            InformationEstimator.COPULA,
            InformationEstimator.KSG,
            InformationEstimator.KSG_2)) {
      InformationResult found = run(ask(file, "x", "y", estimator));
      assertThat(bits(found, "I(x; y)", estimator.toString())).isCloseTo(0.32, within(0.12));
      assertThat(found.figures().get(0).comparison().pValue()).isLessThan(0.01);
      assertThat(found.warnings()).isEmpty();
    }
  }

  @Test
  void equalValuesUnderNearestNeighboursAreToldAndTied() throws IOException {
    StringBuilder csv = new StringBuilder("x,y\n");
    for (int i = 0; i < 40; i++) {
      csv.append(i % 8).append(',').append(i).append('\n');
    }
    String file = write("ties.csv", csv.toString()).toString();
    assertThat(run(ask(file, "x", "y", InformationEstimator.KSG)).warnings())
        .containsExactly(
            "column 'x' has 8 different values in 40 rows; ksg counts neighbours and told equal"
                + " values apart by noise of 1e-8 of the range: with many of them use an estimator"
                + " of discrete values");
  }

  @Test
  void rowsWithoutAValueAreRefusedOrSkippedAndCounted() throws IOException {
    String file = write("gaps.csv", "x,y\n1,a\n2,b\nNaN,a\n1,a\n2,\n1,b\n").toString();
    assertThatThrownBy(() -> run(ask(file, "x", "y")))
        .hasMessage(
            "Cannot use column 'x' of %s: 1 of 6 rows have no finite value (the first is 'NaN'); expected one in every row; --missing skipped leaves such rows out"
                .formatted(file));
    InformationResult found =
        run(
            new InformationRequest(
                file,
                List.of("x"),
                Optional.of("y"),
                Optional.empty(),
                InformationEstimator.JEFFREYS,
                List.of(),
                OptionalInt.empty(),
                PermutationTest.withDefaults(),
                MissingValues.SKIPPED));
    assertThat(found.rows()).isEqualTo(4);
    assertThat(found.rowsSkipped()).isEqualTo(2);
  }

  @Test
  void filesAndColumnsThatCannotBeUsedAreNamed() throws IOException {
    String file = write("few.csv", "x,y,c,word\n1,0,7,a\n2,1,7,b\n3,0,7,c\n").toString();
    assertThatThrownBy(() -> run(ask(file, "z", "y")))
        .hasMessage(
            "Cannot read %s: no column 'z'; the columns are x, y, c, word; expected a row per observation, and a header in CSV"
                .formatted(file));
    assertThatThrownBy(() -> run(ask(file, "x", "c")))
        .hasMessage(
            "Cannot use column 'c' of %s: it has the value '7' in every row; expected one that varies"
                .formatted(file));
    assertThatThrownBy(() -> run(ask(file, "word", "y", InformationEstimator.GAUSSIAN)))
        .hasMessageStartingWith("Cannot use column 'word' of %s: it has words ('".formatted(file))
        .hasMessageEndingWith(
            "expected numbers for --estimator gaussian; use an estimator of discrete values such as"
                + " jeffreys");
    String json = write("few.jsonl", "{\"x\": 1, \"y\": 2}\n{\"x\": 2, \"y\": 2}\n").toString();
    assertThatThrownBy(() -> run(ask(json, "z", "y")))
        .hasMessage(
            "Cannot use column 'z' of %s: no row has a finite value in it; expected the name of a column with values"
                .formatted(json));
    String header = write("header.csv", "x,y\n").toString();
    assertThatThrownBy(() -> run(ask(header, "x", "y")))
        .hasMessage(
            "Cannot read %s: there are no rows; expected a row per observation, and a header in CSV"
                .formatted(header));
    String empty = write("empty.csv", "").toString();
    assertThatThrownBy(() -> run(ask(empty, "x", "y")))
        .hasMessage(
            "Cannot read %s: the file is empty; expected a row per observation, and a header in CSV"
                .formatted(empty));
  }

  @Test
  void questionsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> ask("f.csv", "x", "x"))
        .hasMessage("Invalid --x x with --y x: expected different columns");
    assertThatThrownBy(() -> PidColumns.parse("a:b"))
        .hasMessage(
            "Invalid --pid a:b: expected three different columns, two sources and a target, as in"
                + " --pid length,model:correct");
    assertThatThrownBy(
            () -> ask(List.of(), Optional.empty(), InformationEstimator.KSG, List.of(), 0))
        .hasMessage("Missing --x and --y, or --pid: expected the columns to look at");
    assertThatThrownBy(
            () -> ask(List.of("x"), Optional.empty(), InformationEstimator.KSG, List.of(), 0))
        .hasMessage("Invalid --x without --y: expected both, or --pid");
    assertThatThrownBy(
            () -> ask(List.of("x"), Optional.of("y"), InformationEstimator.KSG, List.of(), 4))
        .hasMessage(
            "Invalid --bins 4 with --estimator ksg: expected 2 or more bins, and an estimator of"
                + " discrete values such as jeffreys");
    assertThatThrownBy(
            () ->
                ask(
                    List.of("x"),
                    Optional.of("y"),
                    InformationEstimator.MILLER_MADOW,
                    List.of(PidMeasure.IMIN),
                    0))
        .hasMessage(
            "Invalid --measure with --estimator miller-madow: expected mmi, the only one that needs"
                + " no table of probabilities");
  }

  private static InformationRequest ask(String file, String x, String y) {
    return ask(file, x, y, InformationEstimator.JEFFREYS);
  }

  private static InformationRequest ask(
      String file, String x, String y, InformationEstimator estimator) {
    return new InformationRequest(
        file,
        List.of(x),
        Optional.of(y),
        Optional.empty(),
        estimator,
        List.of(),
        OptionalInt.empty(),
        PermutationTest.withDefaults(),
        MissingValues.REFUSED);
  }

  private static InformationRequest ask(
      List<String> x,
      Optional<String> y,
      InformationEstimator estimator,
      List<PidMeasure> measures,
      int bins) {
    return new InformationRequest(
        "f.csv",
        x,
        y,
        Optional.empty(),
        estimator,
        measures,
        bins == 0 ? OptionalInt.empty() : OptionalInt.of(bins),
        PermutationTest.withDefaults(),
        MissingValues.REFUSED);
  }

  private InformationResult run(InformationRequest request) {
    return new InformationJob(spark).run(request);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static InformationFigure figure(InformationResult result, String quantity, String by) {
    return result.figures().stream()
        .filter(f -> f.quantity().equals(quantity) && f.method().equals(by))
        .findFirst()
        .orElseThrow();
  }

  private static double bits(InformationResult result, String quantity, String by) {
    return figure(result, quantity, by).comparison().observed();
  }
}
