package org.galton.study.frechet;

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
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.spec.InvalidInput;
import org.galton.study.frechet.row.FrechetDistanceRow;
import org.galton.study.frechet.row.FrechetMeanRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FrechetJobTest {
  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  // Each group has the means and covariances of a known answer exactly, by construction.
  @Test
  void theExampleHasTheKnownAnswers() {
    FrechetResult result =
        run(request("examples/vectors.csv", List.of("x", "y"), List.of("condition"), false, 50));

    assertThat(result.rows())
        .extracting(FrechetDistanceRow::condition)
        .containsExactly(
            "{\"condition\":\"axes of 4 and 1 against 1 and 9\"}",
            "{\"condition\":\"correlated\"}",
            "{\"condition\":\"deviations 3 and 0.5\"}",
            "{\"condition\":\"means 3 and 4 apart\"}");
    List<Double> values = result.rows().stream().map(FrechetDistanceRow::distance).toList();
    assertThat(values.get(0)).isCloseTo(5, within(1e-9));
    assertThat(values.get(1)).isCloseTo(5.463471, within(5e-7));
    assertThat(values.get(2)).isCloseTo(6.25, within(1e-9));
    assertThat(values.get(3)).isCloseTo(25, within(1e-9));
    assertThat(result.rows()).allMatch(FrechetDistanceRow::lowN);
    FrechetMeanRow mean = result.means().get(0);
    assertThat(mean.conditions()).isZero();
    assertThat(mean.leftOut()).isEqualTo(4);
    assertThat(mean.distance()).isNull();
  }

  @Test
  void formatsOrderAndPartitionsChangeNothing() throws IOException {
    List<String> rows = rows(300, 300, 0.5);
    Path csv = csv("rows.csv", rows);
    Collections.shuffle(rows, new Random(5));
    Path mixed = csv("mixed.csv", rows);
    Path jsonl =
        Files.write(
            folder.resolve("rows.jsonl"),
            rows.stream()
                .map(
                    row ->
                        row.replaceAll(
                            "(.*),(.*),\"(.*)\"", "{\"kind\":\"$1\",\"side\":\"$2\",\"v\":$3}"))
                .toList());
    Path parquet = folder.resolve("rows.parquet");
    spark
        .read()
        .schema("kind STRING, side STRING, v ARRAY<DOUBLE>")
        .json(jsonl.toString())
        .repartition(7)
        .write()
        .parquet(parquet.toString());

    FrechetDistanceRow first = arrays(csv, false, 60).rows().get(0);

    assertThat(first.ciLow()).isLessThan(first.distance());
    assertThat(first.ciHigh()).isGreaterThan(first.distance());
    assertThat(first.drawBias()).isPositive();
    for (Path other : List.of(mixed, jsonl, parquet)) {
      FrechetDistanceRow row = arrays(other, false, 60).rows().get(0);
      // Sums in another order round otherwise.
      assertThat(row.distance()).isCloseTo(first.distance(), within(1e-10));
      assertThat(row.floor()).isCloseTo(first.floor(), within(1e-10));
      assertThat(row.ciLow()).isCloseTo(first.ciLow(), within(1e-10));
      assertThat(row.ciHigh()).isCloseTo(first.ciHigh(), within(1e-10));
    }
  }

  @Test
  void groupsOfOtherSizesAreComparedBySamplesOfOneSize() throws IOException {
    Path file = csv("rows.csv", rows(900, 400, 0));

    assertThatThrownBy(() -> arrays(file, false, 0))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("{made=400, real=900} vectors; expected as many in each group")
        .hasMessageContaining("--equal takes a sample of the larger ones");

    FrechetDistanceRow row = arrays(file, true, 0).rows().get(0);
    assertThat(row.vectors()).isEqualTo(400);
    assertThat(row.referenceRows()).isEqualTo(900);
    // The reference has 400 more for the floor.
    assertThat(row.floorVectors()).isEqualTo(400);
    assertThat(row.ciLow()).isNull();
    assertThat(row.lowN()).isFalse();
  }

  // Two vectors that are left are no second sample.
  @Test
  void theFloorIsOfHalvesWhereTheReferenceIsNotTwiceAsLarge() throws IOException {
    Path file = csv("rows.csv", rows(402, 400, 0));
    FrechetDistanceRow row = arrays(file, true, 0).rows().get(0);
    assertThat(row.vectors()).isEqualTo(400);
    assertThat(row.floorVectors()).isBetween(160L, 200L);
    assertThat(row.floor()).isLessThan(0.5);
  }

  @Test
  void aRowWithoutAClusterIsRefused() throws IOException {
    List<String> rows = rows(5, 4, 0);
    rows.add(",made,\"[1, 2, 3]\"");
    Path file = csv("wrong.csv", rows);
    FrechetRequest request =
        new FrechetRequest(
            file.toString(), List.of("v"), List.of(), "side", "real", "kind", null, false, 0, 1);
    assertThatThrownBy(() -> run(request))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("the column of --cluster is empty; expected a name in each row");
  }

  // Section 2's ladder: more rows of another law, larger distances, all above the floor.
  @Test
  void distancesOrderHowMuchIsReplaced() throws IOException {
    List<String> rows = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 1200; i++) {
      rows.add("a,real," + vector(random, 0));
    }
    for (int percent : List.of(10, 30, 60, 100)) {
      for (int i = 0; i < 600; i++) {
        rows.add("a,%03d,%s".formatted(percent, vector(random, i % 10 < percent / 10 ? 2 : 0)));
      }
    }
    FrechetResult result = arrays(csv("ladder.csv", rows), true, 0);
    assertThat(result.rows())
        .extracting(FrechetDistanceRow::compared)
        .containsExactly("010", "030", "060", "100");
    assertThat(result.rows())
        .isSortedAccordingTo((a, b) -> Double.compare(a.distance(), b.distance()));
    assertThat(result.rows().get(0).floor()).isLessThan(result.rows().get(0).distance());
  }

  // 40 donors of 10 cells each: cells of one donor are alike, so fewer things vary than vectors.
  @Test
  void clustersWidenTheInterval() throws IOException {
    List<String> rows = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(3);
    for (String side : List.of("real", "made")) {
      for (int donor = 0; donor < 40; donor++) {
        double own = 2 * random.nextGaussian();
        for (int i = 0; i < 10; i++) {
          rows.add("%s-%d,%s,%s".formatted(side, donor, side, vector(random, own)));
        }
      }
    }
    Path file = csv("donors.csv", rows);
    FrechetRequest alone =
        new FrechetRequest(
            file.toString(), List.of("v"), List.of(), "side", "real", null, null, false, 100, 1);
    FrechetRequest together =
        new FrechetRequest(
            file.toString(), List.of("v"), List.of(), "side", "real", "kind", null, false, 100, 1);
    assertThat(width(run(together))).isGreaterThan(1.5 * width(run(alone)));
  }

  @Test
  void conditionsWithoutReferenceAreNamed() throws IOException {
    List<String> rows = rows(50, 50, 0);
    rows.add("b,made,\"[1, 2, 3]\"");
    FrechetResult result =
        run(request(csv("rows.csv", rows).toString(), List.of("v"), List.of("kind"), false, 0));
    assertThat(result.rows()).hasSize(1);
    assertThat(FrechetText.left(result))
        .contains(
            "1 conditions have no 'real' or nothing else, and are left out; the first is {\"kind\":\"b\"}");
  }

  @Test
  void whatIsNoVectorIsRefused() throws IOException {
    refused("a,made,\"[1, 2]\"", "one vector has 2 numbers, another 3");
    refused("a,made,\"[1, NaN, 2]\"", "column 'v'");
    refused("a,made,\"[1, null, 2]\"", "column 'v': number 2 is null; expected an array of finite");
    refused("a,made,", "column 'v' holds no array; expected an array of finite numbers");
    refused("a,made,\"[1, 1e400, 2]\"", "number 2 is Infinity");
  }

  @Test
  void twoEmbeddersAreRefused() throws IOException {
    Path file = csv("rows.csv", rows(20, 20, 0));
    FrechetRequest request =
        new FrechetRequest(
            file.toString(), List.of("v"), List.of(), "side", "real", null, "side", false, 0, 1);
    assertThatThrownBy(() -> run(request))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("one vector is of 'made', another of 'real'; expected the same");
  }

  @Test
  void aReferenceThatIsNotThereIsRefused() throws IOException {
    Path file = csv("rows.csv", rows(20, 20, 0));
    FrechetRequest request =
        new FrechetRequest(
            file.toString(), List.of("v"), List.of(), "side", "Real", null, null, false, 0, 1);
    assertThatThrownBy(() -> run(request))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no row has 'Real' in column 'side'")
        .hasMessageContaining("others are [made, real]");
  }

  @Test
  void moreDrawsThanMemoryHoldsAreRefused() throws IOException {
    String wide =
        "\"["
            + new SplittableRandom(1)
                .doubles(1500)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "))
            + "]\"";
    Path file =
        csv(
            "wide.csv",
            List.of("a,real," + wide, "a,real," + wide, "a,made," + wide, "a,made," + wide));
    assertThatThrownBy(() -> arrays(file, false, 10_000))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("10000 draws of 2 groups of 1500 dimensions need")
        .hasMessageContaining("ask for fewer --draws");
  }

  private void refused(String row, String message) throws IOException {
    List<String> rows = rows(3, 2, 0);
    rows.add(row);
    Path file = csv("wrong.csv", rows);
    assertThatThrownBy(() -> arrays(file, false, 0))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("wrong.csv")
        .hasMessageContaining(message);
  }

  private static double width(FrechetResult result) {
    FrechetDistanceRow row = result.rows().get(0);
    return row.ciHigh() - row.ciLow();
  }

  private FrechetResult arrays(Path file, boolean equal, int draws) {
    return run(request(file.toString(), List.of("v"), List.of(), equal, draws));
  }

  private static FrechetRequest request(
      String input, List<String> vector, List<String> by, boolean equal, int draws) {
    return new FrechetRequest(input, vector, by, "side", "real", null, null, equal, draws, 42);
  }

  private FrechetResult run(FrechetRequest request) {
    return new FrechetJob(spark, request).run("run-1");
  }

  private static List<String> rows(int real, int made, double shift) {
    SplittableRandom random = new SplittableRandom(9);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < real; i++) {
      rows.add("a,real," + vector(random, 0));
    }
    for (int i = 0; i < made; i++) {
      rows.add("a,made," + vector(random, shift));
    }
    return rows;
  }

  private static String vector(SplittableRandom random, double shift) {
    return "\"[%s, %s, %s]\""
        .formatted(
            random.nextGaussian() + shift,
            2 * random.nextGaussian(),
            random.nextGaussian() - shift);
  }

  private Path csv(String name, List<String> rows) throws IOException {
    return Files.writeString(
        folder.resolve(name), "kind,side,v\n" + String.join("\n", rows) + "\n");
  }
}
