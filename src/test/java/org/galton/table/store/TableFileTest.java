package org.galton.table.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.table.FullFileSystem;
import org.galton.table.MetricRow;
import org.galton.table.PromptRow;
import org.galton.table.RunRow;
import org.galton.table.ScoreRow;
import org.galton.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableFileTest {
  private static final PromptRow PROMPT =
      new PromptRow("sums", "p1", "c1", "1+1=", "2", Map.of("level", "3", "kind", "é"));

  @TempDir private Path folder;

  private record Text(String text) {}

  /** A fence that lets everyone through. */
  private static void open() {}

  @Test
  void rowsComeBackAsTheyWere() {
    RunRow run =
        new RunRow(
            "r",
            "s",
            "a: 1\n",
            "1",
            "4",
            "17",
            Instant.parse("2026-01-02T03:04:05.678901Z"),
            Instant.EPOCH,
            0);
    MetricRow metric =
        new MetricRow(
            "r",
            "s",
            "m",
            null,
            1e21,
            "t",
            "x",
            "g",
            "c",
            "pass@k",
            8,
            0.1,
            null,
            null,
            null,
            3,
            1,
            "unbiased");
    ScoreRow score =
        new ScoreRow(
            "m", "t", "g", "c", "p", 0, "scored", "4", true, false, 1.0, null, "box", "4", 9, 0.25,
            12L);

    assertThat(written("p", Table.PROMPTS, PROMPT)).containsExactly(PROMPT);
    assertThat(written("r", Table.RUNS, run)).containsExactly(run);
    assertThat(written("m", Table.METRICS, metric)).containsExactly(metric);
    assertThat(written("s", Table.SCORES, score)).containsExactly(score);
  }

  @Test
  void partOfARowReadsItsColumnsOnly() {
    TableFile file = file("p");
    file.publish(Table.PROMPTS, List.of(PROMPT), TableFileTest::open);

    assertThat(file.rows(Table.PROMPTS.part(Text.class))).containsExactly(new Text("1+1="));
  }

  @Test
  void fileThatIsThereIsNotWrittenAgain() throws IOException {
    TableFile file = file("p");
    PromptRow late = new PromptRow("sums", "late", "c", "x", "y", Map.of());

    assertThat(file.publish(Table.PROMPTS, List.of(PROMPT), TableFileTest::open))
        .isEqualTo(TableFile.Publication.PUBLISHED);
    assertThat(file.publish(Table.PROMPTS, List.of(late), TableFileTest::open))
        .isEqualTo(TableFile.Publication.ALREADY_THERE);
    assertThat(file.rows(Table.PROMPTS.rows())).containsExactly(PROMPT);
    assertThat(names()).containsExactly("p.parquet");
  }

  @Test
  void attemptThatIsOvertakenWhileItWritesLeavesOneFile() throws IOException {
    TableFile file = file("p");
    Runnable overtaking =
        () -> file("p").publish(Table.PROMPTS, List.of(PROMPT), TableFileTest::open);
    PromptRow late = new PromptRow("sums", "late", "c", "x", "y", Map.of());

    assertThat(file.publish(Table.PROMPTS, List.of(late), overtaking))
        .isEqualTo(TableFile.Publication.ALREADY_THERE);
    assertThat(file.rows(Table.PROMPTS.rows())).containsExactly(PROMPT);
    assertThat(names()).containsExactly("p.parquet");
  }

  @Test
  void rowThatBreaksTheSchemaLeavesNothing() throws IOException {
    PromptRow broken = new PromptRow("sums", null, "c", "x", "y", Map.of());

    assertThatThrownBy(
            () -> file("p").publish(Table.PROMPTS, List.of(PROMPT, broken), TableFileTest::open))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Cannot write a row of prompts: prompt_id is NULL; expected");
    assertThat(names()).isEmpty();
  }

  @Test
  void fenceThatIsClosedLeavesNothing() throws IOException {
    Runnable closed =
        () -> {
          throw new Unfinished("overtaken");
        };

    assertThatThrownBy(() -> file("p").publish(Table.PROMPTS, List.of(PROMPT), closed))
        .hasMessage("overtaken");
    assertThat(names()).isEmpty();
  }

  @Test
  void fullDiskIsSaidWithTheNextStepAndLeavesNothing() throws IOException {
    Configuration full = new Configuration();
    full.set("fs.full.impl", FullFileSystem.class.getName());
    TableFile file =
        new TableFile(new org.apache.hadoop.fs.Path("full://" + folder + "/p.parquet"), full);

    assertThatThrownBy(() -> file.publish(Table.PROMPTS, List.of(PROMPT), TableFileTest::open))
        .isInstanceOf(Unfinished.class)
        .hasMessage(
            "Cannot write full:%s/p.parquet: No space left on device; free space and run the same"
                    .formatted(folder)
                + " command again");
    assertThat(names()).isEmpty();
  }

  @Test
  void fileThatIsNotParquetIsNamed() throws IOException {
    Files.writeString(folder.resolve("p.parquet"), "nothing of the kind");

    assertThatThrownBy(() -> file("p").rows(Table.PROMPTS.rows()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("Cannot read " + folder + "/p.parquet: ")
        .hasMessageContaining("is not a Parquet file");
  }

  private <R extends Record> List<R> written(String name, Table<R> table, R row) {
    TableFile file = file(name);
    file.publish(table, List.of(row), TableFileTest::open);
    return file.rows(table.rows());
  }

  private TableFile file(String name) {
    return new TableFile(
        new org.apache.hadoop.fs.Path(folder.resolve(name + ".parquet").toString()),
        new Configuration());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
