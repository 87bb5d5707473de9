package org.galton.study.cells;

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
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.spec.InvalidInput;
import org.galton.study.cells.row.CellFitRow;
import org.galton.study.cells.row.CellSentenceRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SentencesJobTest {
  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  // Section 1's five cells: G3 | G1 G3 | G2 | G1 and G2 in either order | G1 G2 G3; vocabulary 3,
  // 3, 3.
  @Test
  void fiveCellsHaveTheirSentences() throws IOException {
    Path file = CountFiles.csv(folder, "cells.csv", CountFiles.EXAMPLE);
    SentencesResult result = run(CountFiles.triples(file, 1, 3), 0);

    assertThat(result.first().stream().map(CellSentenceRow::genes).toList())
        .satisfies(
            sentences -> {
              assertThat(sentences.get(0)).containsExactly("G3");
              assertThat(sentences.get(1)).containsExactly("G1", "G3");
              assertThat(sentences.get(2)).containsExactly("G2");
              assertThat(sentences.get(3)).containsExactlyInAnyOrder("G1", "G2");
              assertThat(sentences.get(4)).containsExactly("G1", "G2", "G3");
            });
    assertThat(result.first())
        .allMatch(row -> row.genes().size() == row.expressed())
        .extracting(CellSentenceRow::type)
        .containsExactly("a", "b", "a", "b", "b");
    try (PreparedCells cells = PreparedCells.of(spark, CountFiles.triples(file, 1, 3))) {
      assertThat(cells.vocabulary())
          .containsEntry("G1", 3L)
          .containsEntry("G2", 3L)
          .containsEntry("G3", 3L)
          .hasSize(3);
    }
    // Sums 3, 4, 1, 2, 6: the median is 3, and cell c5 is halved.
    assertThat(result.fit().library()).isEqualTo(3);
    assertThat(result.fit().points()).isEqualTo(9);
    // By numpy.polyfit over the nine points (rank, log10(1 + 3 count / sum)).
    assertThat(result.fit().intercept()).isCloseTo(0.504078, within(5e-7));
    assertThat(result.fit().slope()).isCloseTo(-0.656944, within(5e-7));
    assertThat(result.fit().roundTripRSquared()).isCloseTo(result.fit().rSquared(), within(1e-12));
  }

  @Test
  void topCutsSentences() throws IOException {
    Path file = CountFiles.csv(folder, "cells.csv", CountFiles.EXAMPLE);
    SentencesResult whole = run(CountFiles.triples(file, 1, 3), 0);
    SentencesResult cut = run(CountFiles.triples(file, 1, 3), 2);
    assertThat(cut.first().get(4).genes()).containsExactly("G1", "G2");
    assertThat(cut.first().get(4).expressed()).isEqualTo(3);
    assertThat(cut.fit().intercept()).isEqualTo(whole.fit().intercept());
    assertThat(cut.fit().roundTripGenes()).isEqualTo(8);
  }

  // Cells first: without c1 and c3, gene G2 is in two cells, and goes.
  @Test
  void cellsAreLeftOutBeforeGenes() throws IOException {
    Path file = CountFiles.csv(folder, "cells.csv", CountFiles.EXAMPLE);
    CellFitRow fit = run(CountFiles.triples(file, 2, 3), 0).fit();
    assertThat(fit.foundCells()).isEqualTo(5);
    assertThat(fit.keptCells()).isEqualTo(3);
    assertThat(fit.foundGenes()).isEqualTo(3);
    assertThat(fit.keptGenes()).isEqualTo(1);
    assertThatThrownBy(() -> run(CountFiles.triples(file, 4, 3), 0))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("none of its 5 cells is left: the largest expresses 3 genes")
        .hasMessageContaining("--min-genes");
  }

  // I1 and I2: neither order, files, partitions nor columns change a word.
  @Test
  void formatsOrderAndPartitionsChangeNothing() throws IOException {
    List<String> rows = random();
    Path csv = CountFiles.csv(folder, "rows.csv", rows);
    SentencesResult first = run(CountFiles.triples(csv, 5, 3), 0);
    Collections.shuffle(rows, new Random(3));
    Path mixed = CountFiles.csv(folder, "mixed.csv", rows);
    Path jsonl =
        Files.write(
            folder.resolve("rows.jsonl"),
            rows.stream()
                .map(
                    row ->
                        row.replaceAll(
                            "(.*),(.*),(.*),(.*)",
                            "{\"cell\":\"$1\",\"gene\":\"$2\",\"count\":$3,\"type\":\"$4\"}"))
                .toList());
    Path parquet = folder.resolve("rows.parquet");
    spark
        .read()
        .option("header", "true")
        .csv(csv.toString())
        .selectExpr("cell", "gene", "int(count) AS count", "type")
        .repartition(7)
        .write()
        .parquet(parquet.toString());
    Path dense = dense(rows);

    assertThat(first.fit().points()).isGreaterThan(300);
    for (Path other : List.of(mixed, jsonl, parquet)) {
      same(run(CountFiles.triples(other, 5, 3), 0), first);
    }
    same(run(CountFiles.request(dense, CountRequest.Form.DENSE, List.of(), 5, 3), 0), first);
    String before = spark.conf().get("spark.sql.shuffle.partitions");
    spark.conf().set("spark.sql.shuffle.partitions", "1");
    try {
      same(run(CountFiles.triples(csv, 5, 3), 0), first);
    } finally {
      spark.conf().set("spark.sql.shuffle.partitions", before);
    }
  }

  @Test
  void conditionsAreKeptAsJson() throws IOException {
    Path file = CountFiles.csv(folder, "cells.csv", CountFiles.EXAMPLE);
    SentencesResult result =
        run(CountFiles.request(file, CountRequest.Form.TRIPLES, List.of("type"), 1, 3), 0);
    assertThat(result.first().get(0).condition()).isEqualTo("{\"type\":\"a\"}");
    assertThat(result.types()).hasSize(2);
    assertThat(result.types().get(1).meanExpressed()).isCloseTo(7 / 3.0, within(1e-12));
  }

  @Test
  void whatIsNoCountIsRefused() throws IOException {
    refused(
        "c1,g2,many,a", "wrong.csv: cell 'c1': column 'count' holds no number; expected a count");
    refused("c1,g2,-1,a", "cell 'c1': column 'count' holds -1.0; expected a count of 0 or more");
    refused("c1,,1,a", "cell 'c1': column 'gene' is empty; expected a name");
    refused(",g2,1,a", "column 'cell' is empty; expected a name");
    refused("c1,g3,1,a", "cell 'c1' has gene 'G3' twice; expected each gene once");
    refused("c1,G3,1,a", "cell 'c1' has gene 'G3' twice; expected each gene once");
    refused("c1,g2,1,b", "cell 'c1' has the labels 'a' and 'b'; expected the same in all its rows");
  }

  @Test
  void aCellOfTwoDenseRowsIsRefused() throws IOException {
    Path file =
        Files.writeString(folder.resolve("dense.csv"), "cell,g1,g2\nc1,1,0\nc1,0,2\nc2,1,1\n");
    assertThatThrownBy(
            () -> run(CountFiles.request(file, CountRequest.Form.DENSE, List.of(), 1, 1), 0))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("cell 'c1' has 2 rows; expected one");
    Path holed = Files.writeString(folder.resolve("holed.csv"), "cell,g1,g2\nc1,1,\n");
    assertThatThrownBy(
            () -> run(CountFiles.request(holed, CountRequest.Form.DENSE, List.of(), 1, 1), 0))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("holed.csv: cell 'c1': column 'g2' holds no number");
  }

  private void refused(String row, String message) throws IOException {
    List<String> rows = new ArrayList<>(CountFiles.EXAMPLE);
    rows.add(row);
    Path file = CountFiles.csv(folder, "wrong.csv", rows);
    assertThatThrownBy(() -> run(CountFiles.triples(file, 1, 1), 0))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("wrong.csv")
        .hasMessageContaining(message);
  }

  private static void same(SentencesResult found, SentencesResult expected) {
    assertThat(found.first()).usingRecursiveComparison().isEqualTo(expected.first());
    assertThat(found.fit()).usingRecursiveComparison().isEqualTo(expected.fit());
  }

  /** 18 cells of up to 30 genes with small counts, so that many are tied. */
  private static List<String> random() {
    SplittableRandom random = new SplittableRandom(11);
    List<String> rows = new ArrayList<>();
    for (int cell = 0; cell < 18; cell++) {
      for (int gene = 0; gene < 30; gene++) {
        int count = random.nextInt(5);
        if (count > 0) {
          rows.add("c%02d,g%02d,%d,t%d".formatted(cell, gene, count, cell % 2));
        }
      }
    }
    return rows;
  }

  /** The same with a column per gene, the last gene first. */
  private Path dense(List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder header = new StringBuilder("cell,type");
    for (int gene = 29; gene >= 0; gene--) {
      header.append(",g%02d".formatted(gene));
    }
    lines.add(header.toString());
    for (int cell = 0; cell < 18; cell++) {
      StringBuilder line = new StringBuilder("c%02d,t%d".formatted(cell, cell % 2));
      for (int gene = 29; gene >= 0; gene--) {
        String key = "c%02d,g%02d,".formatted(cell, gene);
        line.append(',')
            .append(
                rows.stream()
                    .filter(row -> row.startsWith(key))
                    .map(row -> row.split(",", -1)[2])
                    .findFirst()
                    .orElse("0"));
      }
      lines.add(line.toString());
    }
    return Files.write(folder.resolve("dense.csv"), lines);
  }

  private SentencesResult run(CountRequest counts, int top) {
    return new SentencesJob(spark, new SentencesRequest(counts, top, 1024, 42))
        .run("run-1", tables -> {});
  }
}
