package org.galton.study.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.galton.cell.generated.CellDesign;
import org.galton.cell.generated.CellLabel;
import org.galton.cell.generated.GeneratedCell;
import org.galton.console.LocalSpark;
import org.galton.spec.InvalidInput;
import org.galton.study.cells.row.CellReadingRow;
import org.galton.study.cells.row.CellScoreRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadJobTest {
  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  @Test
  void sentencesAreMadeWholeAndCompared() throws IOException {
    ReadResult result =
        read(
            example(),
            List.of(
                "s1,g1 g3,b,c2,x,x", "s2,G1 and G2 G3 G1,b,c5,x,y", "s3,,a,,y,y", "s4,G3,a,c9,x,x"),
            List.of());
    assertThat(result.first()).extracting(CellReadingRow::foreignWords).containsExactly(0, 1, 0, 0);
    assertThat(result.first())
        .extracting(CellReadingRow::repeatedWords)
        .containsExactly(0, 1, 0, 0);
    assertThat(result.first()).extracting(CellReadingRow::genes).containsExactly(2, 3, 0, 1);
    assertThat(result.first())
        .extracting(CellReadingRow::overlap)
        .containsExactly(1.0, 1.0, null, null);
    assertThat(result.first().get(0).kendallTau()).isEqualTo(1);
    assertThat(result.unmatched()).isEqualTo(1);
    Map<String, CellScoreRow> scores = scores(result);
    assertThat(scores.get("label:true").value()).isEqualTo(0.75);
    // Wilson's of 3 of 4, by scipy.stats.binomtest(3, 4).proportion_ci(method='wilson').
    assertThat(scores.get("label:true").ciLow()).isCloseTo(0.300642, within(5e-7));
    assertThat(scores.get("label:true").ciHigh()).isCloseTo(0.954413, within(5e-7));
    assertThat(scores.get("foreign_words").value()).isEqualTo(0.25);
    assertThat(scores.get("gene_overlap").cells()).isEqualTo(2);
    assertThat(scores.get("foscttm").cells()).isEqualTo(2);
  }

  // A cell's own sentence is clean, all its own, nearest to it and to its type; that of a shuffled
  // partner is not.
  @Test
  void ownSentencesAreFoundAndShuffledOnesAreNot() throws IOException {
    CellDesign design = new CellDesign(200, 3);
    List<String> counts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Map<String, String> types = new HashMap<>();
    for (int type = 0; type < CellDesign.TYPES; type++) {
      CellLabel label = new CellLabel(type, 0, 0);
      for (int i = 0; i < 10; i++) {
        GeneratedCell cell = design.cell("t%d-%d".formatted(type, i), label, label);
        names.add(cell.name());
        types.put(cell.name(), label.typeName());
        for (int gene = 0; gene < 200; gene++) {
          counts.add(
              "%s,%s,%d,%s"
                  .formatted(
                      cell.name(), CellDesign.gene(gene), cell.counts()[gene], label.typeName()));
        }
      }
    }
    Path file = CountFiles.csv(folder, "simulated.csv", counts);
    Map<String, String> sentences;
    try (PreparedCells cells = PreparedCells.of(spark, CountFiles.triples(file, 1, 3))) {
      sentences =
          cells.expressed(42).collect().stream()
              .collect(
                  Collectors.toMap(ExpressedCell::cell, cell -> String.join(" ", cell.genes())));
    }
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, new Random(4));
    List<String> own = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      own.add("%s,%s,%s,%s,,".formatted(name, sentences.get(name), types.get(name), name));
      others.add(
          "%s,%s,%s,%s,,".formatted(name, sentences.get(name), types.get(name), shuffled.get(i)));
    }
    Map<String, CellScoreRow> right = scores(read(file, own, List.of()));
    Map<String, CellScoreRow> wrong = scores(read(file, others, List.of()));

    assertThat(right.get("foreign_words").value()).isZero();
    assertThat(right.get("repeated_words").value()).isZero();
    assertThat(right.get("gene_overlap").value()).isEqualTo(1);
    assertThat(right.get("foscttm").value()).isZero();
    assertThat(right.get("nearest_type").value()).isGreaterThan(0.9);
    // Ties of counts are broken in sentences, so that not all pairs agree.
    assertThat(right.get("kendall_tau").value()).isBetween(0.95, 0.9999);
    assertThat(wrong.get("gene_overlap").ciHigh()).isLessThan(right.get("gene_overlap").value());
    assertThat(wrong.get("gene_overlap").value())
        .isCloseTo(right.get("other_overlap").value(), within(0.05));
    assertThat(wrong.get("foscttm").value()).isBetween(0.35, 0.65);

    // Tau over a type's markers alone is another one, of the same cells.
    List<String> markers = new ArrayList<>();
    for (int gene = 0; gene < 200; gene++) {
      if (design.markerOf(gene) == 0) {
        markers.add(CellDesign.gene(gene));
      }
    }
    Map<String, CellScoreRow> programme = scores(read(file, own, markers));
    assertThat(programme.get("kendall_tau").value())
        .isNotEqualTo(right.get("kendall_tau").value())
        .isGreaterThan(0.8);
  }

  @Test
  void theOrderOfSentencesChangesNothing() throws IOException {
    List<String> rows =
        new ArrayList<>(
            List.of("s1,G1 G3,b,c2,,", "s2,G1 and G2,b,c5,,", "s3,G2,a,c3,,", "s4,G3,a,,,"));
    ReadResult first = read(example(), rows, List.of());
    Collections.reverse(rows);
    ReadResult other = read(example(), rows, List.of());
    assertThat(other.first()).isEqualTo(first.first());
    assertThat(other.scores()).usingRecursiveComparison().isEqualTo(first.scores());
  }

  @Test
  void whatCannotBeReadIsRefused() throws IOException {
    assertThatThrownBy(() -> read(example(), List.of("s1,G1,c,c2,,"), List.of()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no real cell is of type 'c'; expected one of [a, b]");
    assertThatThrownBy(() -> read(example(), List.of(",G1,a,c2,,"), List.of()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("sentences.csv: column 'cell' is empty; expected a name");
    assertThatThrownBy(() -> read(example(), List.of("s1,G1,a,c2,,"), List.of("G9")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no gene 'G9' is among those");
    List<String> blank = new ArrayList<>(CountFiles.EXAMPLE);
    blank.add("c1,g 4,2,a");
    Path file = CountFiles.csv(folder, "blank.csv", blank);
    assertThatThrownBy(() -> read(file, List.of("s1,G1,a,c2,,"), List.of()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("gene 'G 4' has a blank");
  }

  private Path example() throws IOException {
    return CountFiles.csv(folder, "cells.csv", CountFiles.EXAMPLE);
  }

  private static Map<String, CellScoreRow> scores(ReadResult result) {
    return result.scores().stream().collect(Collectors.toMap(CellScoreRow::measure, row -> row));
  }

  private ReadResult read(Path counts, List<String> rows, List<String> programme)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("sentences.csv"),
            "cell,sentence,type,reference,true,said\n" + String.join("\n", rows) + "\n");
    SentenceRequest sentences =
        new SentenceRequest(
            file.toString(),
            "cell",
            "sentence",
            "type",
            List.of(),
            "reference",
            List.of("true"),
            List.of("said"));
    ReadRequest request =
        new ReadRequest(CountFiles.triples(counts, 1, 1), sentences, 0, 1024, programme, 42);
    return new ReadJob(spark, request).run("run-1", tables -> {});
  }
}
