package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.table.RolloutRow;
import org.galton.table.ScoreRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merges whose processes are really killed. */
final class CompactResumeCoverage {
  private static final Partition CELL = new Partition("m", "t", "g");
  private static final int FILES = 24;
  private static final int ROWS = 1500;

  @TempDir private static Path temporary;

  private static InstalledGalton galton;

  @BeforeAll
  static void writeTables() throws IOException {
    galton = new InstalledGalton(temporary);
    OutputFolder output =
        new OutputFolder(temporary.resolve("tables").toString(), new Configuration());
    for (int file = 0; file < FILES; file++) {
      int first = file;
      String name = "rollouts-" + file;
      output
          .file(output.rollouts(CELL), name)
          .publish(Table.ROLLOUTS, rows(index -> rollout(first, index)), () -> {});
      output
          .file(output.scores(CELL, "s"), name)
          .publish(Table.SCORES, rows(index -> score(first, index)), () -> {});
    }
  }

  @AfterAll
  static void uninstall() throws IOException {
    galton.close();
  }

  @Test
  void aMergeKilledTwiceLosesAndDoublesNothing() throws Exception {
    for (String table : List.of("scores", "rollouts")) {
      Process merge = galton.start("compact", "--output", "tables", "--file-mib", "1");
      awaitMerged(table, merge);
      merge.destroyForcibly().waitFor();
      assertEachOnce();
    }

    assertThat(galton.run("compact", "--output", "tables", "--file-mib", "1"))
        .as(galton.err())
        .isZero();
    assertEachOnce();
    assertThat(galton.run("expire", "--output", "tables", "--grace-hours", "0"))
        .as(galton.err())
        .isZero();
    assertEachOnce();
    assertThat(names("rollouts")).isNotEmpty().allMatch(name -> name.startsWith("merged-"));
  }

  /** Until a file of a merge is there that was not before, or the merge is done. */
  private static void awaitMerged(String table, Process merge) throws Exception {
    List<String> before = names(table);
    while (names(table).equals(before)) {
      if (!merge.isAlive()) {
        if (merge.exitValue() != 0) {
          fail("The merge ended with %d: %s", merge.exitValue(), galton.err());
        }
        return;
      }
      Thread.sleep(5);
    }
  }

  private static List<String> names(String table) throws IOException {
    try (Stream<Path> files = Files.walk(temporary.resolve("tables").resolve(table))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".parquet") && !name.startsWith("."))
          .sorted()
          .toList();
    } catch (java.io.UncheckedIOException e) {
      // A hidden file was given its name, or removed, while this looked.
      return names(table);
    }
  }

  private static void assertEachOnce() throws Exception {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute("SET VARIABLE output = '" + temporary.resolve("tables") + "'");
      String views = Files.readString(Path.of("queries", "duckdb.sql"));
      statement.execute(
          views.substring(0, views.indexOf("CREATE OR REPLACE TEMPORARY VIEW prompts")));
      for (String table : List.of("rollouts", "scores")) {
        try (ResultSet counts =
            statement.executeQuery(
                "SELECT count(*), count(DISTINCT (prompt_id, rollout_index)) FROM " + table)) {
          assertThat(counts.next()).isTrue();
          assertThat(List.of(counts.getInt(1), counts.getInt(2)))
              .as(table)
              .containsExactly(FILES * ROWS, FILES * ROWS);
        }
      }
    }
  }

  /** Makes a row of its number within its file. */
  private interface RowMaker<R> {
    R row(int index);
  }

  private static <R> List<R> rows(RowMaker<R> maker) {
    return IntStream.range(0, ROWS).mapToObj(maker::row).toList();
  }

  private static String promptId(int index) {
    return "p%04d".formatted(index / 10);
  }

  private static RolloutRow rollout(int file, int index) {
    String text =
        new Random(file * 10_000L + index)
            .ints(30)
            .mapToObj(Integer::toString)
            .reduce("", String::concat);
    return new RolloutRow(
        "m",
        "t",
        "g",
        promptId(index),
        10 * file + index % 10,
        "complete",
        text,
        3,
        100,
        -1.0,
        0.5,
        "cpu",
        0.1,
        1,
        null);
  }

  private static ScoreRow score(int file, int index) {
    return new ScoreRow(
        "m",
        "t",
        "g",
        "s",
        promptId(index),
        10 * file + index % 10,
        "scored",
        "1",
        true,
        false,
        1.0,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
