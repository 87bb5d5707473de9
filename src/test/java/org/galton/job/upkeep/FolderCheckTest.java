package org.galton.job.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.galton.console.LocalSpark;
import org.galton.job.ScriptedModel;
import org.galton.job.sweep.SweepResult;
import org.galton.spec.InvalidInput;
import org.galton.table.RolloutRow;
import org.galton.table.RunRow;
import org.galton.table.ScoreRow;
import org.galton.table.Table;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.OutputLease;
import org.galton.table.store.TableFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} finds in an output folder, and what is left after a repair. */
final class FolderCheckTest {
  private static final Configuration HADOOP = new Configuration();

  @TempDir private Path folder;

  private final SparkSession spark = LocalSpark.session();

  @Test
  void aFolderThatIsWellHasNoFault() {
    drawn(4);
    compact();
    sweep(8);
    assertThat(check()).isEmpty();
  }

  @Test
  void damagedEmptyForeignAndHalfWrittenFilesAreSetAsideAndDrawnAgain() throws IOException {
    drawn(8);
    List<Path> rollouts = files("rollouts");
    damage(rollouts.get(0));
    Files.write(rollouts.get(1), new byte[0]);
    Files.writeString(rollouts.get(2).resolveSibling("notes.txt"), "mine");
    Files.writeString(rollouts.get(2).resolveSibling(".rollouts-x.parquet.1"), "half");

    assertThat(check())
        .extracting(FolderFault::kind)
        .containsExactlyInAnyOrder(
            FolderFault.Kind.DAMAGED,
            FolderFault.Kind.EMPTY,
            FolderFault.Kind.FOREIGN,
            FolderFault.Kind.UNFINISHED_FILE);
    repair();

    assertThat(check()).isEmpty();
    assertThat(aside())
        .contains("notes.txt", rollouts.get(0).getFileName().toString())
        .hasSizeGreaterThanOrEqualTo(4);
    SweepResult again = sweep(8);
    assertThat(again.drawn().rollouts()).isEqualTo(12);
    assertThat(again.exitCode()).isZero();
  }

  /** The copy that was judged is kept, and what only the other file holds. */
  @Test
  void ofDoubledRolloutsOneCopyIsKept() throws IOException {
    drawn(8);
    Path file = files("rollouts").get(0);
    Files.copy(file, file.resolveSibling("rollouts-copy.parquet"));

    assertThatThrownBy(this::compact)
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(
            "is stored twice; './galton check --output " + output().root() + "' names the files");
    assertThat(files("rollouts")).noneMatch(path -> path.toString().contains("merged-"));
    assertThat(check())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(FolderFault.Kind.STORED_TWICE);
              assertThat(fault.place()).endsWith("rollouts-copy.parquet");
              assertThat(fault.problem()).startsWith("holds 6 rollouts that another file holds");
            });
    repair();

    assertThat(check()).isEmpty();
    assertThat(aside()).containsExactly("rollouts-copy.parquet");
    SweepResult again = sweep(8);
    assertThat(again.drawn().rollouts() + again.judged()).isZero();
  }

  @Test
  void ofRolloutsThatOneFileHoldsTwiceOneIsKept() throws IOException {
    drawn(8);
    Path file = files("rollouts").get(0);
    TableFile stored = new TableFile(new org.apache.hadoop.fs.Path(file.toString()), HADOOP);
    List<RolloutRow> rows = stored.rows(Table.ROLLOUTS.rows());
    Files.delete(file);
    List<RolloutRow> doubled = new ArrayList<>(rows);
    doubled.addAll(rows);
    stored.publish(Table.ROLLOUTS, doubled, () -> {});

    assertThat(check())
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.problem())
                    .startsWith("holds %d rollouts that it holds twice".formatted(rows.size())));
    repair();

    assertThat(check()).isEmpty();
    assertThat(stored.rows(Table.ROLLOUTS.rows())).isEqualTo(rows);
    SweepResult again = sweep(8);
    assertThat(again.drawn().rollouts() + again.judged()).isZero();
  }

  @Test
  void doubledScoresAreRefusedAndJudgedAnew() throws IOException {
    drawn(8);
    Path file = files("scores").get(0);
    TableFile stored = new TableFile(new org.apache.hadoop.fs.Path(file.toString()), HADOOP);
    List<ScoreRow> doubled = new ArrayList<>(stored.rows(Table.SCORES.rows()));
    doubled.add(doubled.get(0));
    Files.delete(file);
    stored.publish(Table.SCORES, doubled, () -> {});

    String advice =
        "is stored twice; './galton check --output " + output().root() + "' names the files";
    assertThatThrownBy(() -> sweep(8))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(advice);
    assertThatThrownBy(this::compact).isInstanceOf(InvalidInput.class).hasMessageContaining(advice);
    assertThat(check())
        .extracting(FolderFault::kind)
        .contains(FolderFault.Kind.MISMATCHED_SCORES)
        .doesNotContain(FolderFault.Kind.DAMAGED);
    repair();

    SweepResult again = sweep(8);
    assertThat(again.drawn().rollouts()).isZero();
    assertThat(again.judged()).isEqualTo(doubled.size() - 1);
    assertThat(again.exitCode()).isZero();
    assertThat(check())
        .extracting(FolderFault::kind)
        .doesNotContain(FolderFault.Kind.MISMATCHED_SCORES);
  }

  @Test
  void aRunsTableThatIsThereTwiceIsSetAside() throws IOException {
    drawn(4);
    Path metrics = files("metrics").get(0);
    Files.copy(metrics, metrics.resolveSibling("copy.parquet"));
    Path file = files("runs").get(0);
    TableFile stored = new TableFile(new org.apache.hadoop.fs.Path(file.toString()), HADOOP);
    List<RunRow> row = stored.rows(Table.RUNS.rows());
    Files.delete(file);
    stored.publish(Table.RUNS, List.of(row.get(0), row.get(0)), () -> {});

    assertThat(check())
        .extracting(FolderFault::problem)
        .containsExactly(
            "is not the one file of its run: whoever reads the folder counts its rows, too",
            "holds 2 rows, where the row of its run belongs");
    repair();

    assertThat(aside()).containsExactlyInAnyOrder("copy.parquet", "runs.parquet");
  }

  /** Of a merge one part is damaged: the others go on to count. */
  @Tag("whole")
  @Test
  void aDamagedPartOfAMergeCostsItsOwnRolloutsAlone() throws IOException {
    CompactionTest.drawnAndMerged(folder.resolve("output"));
    new Expiry(HADOOP, Clock.systemUTC()).run(output().root().toString(), CompactionTest.NOW);
    Path part = files("rollouts").get(0);
    damage(part);

    repair();

    assertThat(check()).isEmpty();
    SweepResult again = sweep(8);
    assertThat(again.drawn().rollouts()).isBetween(1L, 39L);
    assertThat(again.exitCode()).isZero();
    assertThat(check()).isEmpty();
  }

  /** As merges of old left them: a part of copies without scores, and nothing to fall back to. */
  @Tag("whole")
  @Test
  void aPartOfAMergeThatHoldsCopiesAloneGoesAndTheMergeStillCounts() throws IOException {
    drawn(8);
    for (Path file : files("rollouts")) {
      String copy = file.getFileName().toString().replace("rollouts-", "rollouts-x");
      Files.copy(file, file.resolveSibling(copy));
    }
    try (OutputLease lease = OutputLease.acquire(output(), "old", Clock.systemUTC())) {
      for (GenerationFolder generation : output().generations()) {
        new GenerationMerge(spark, output(), lease.fence(), Compaction.BYTES_A_FILE)
            .run(generation, place -> {});
      }
    }
    new Expiry(HADOOP, Clock.systemUTC()).run(output().root().toString(), CompactionTest.NOW);
    repair();

    assertThat(check()).isEmpty();
    SweepResult again = sweep(8);
    assertThat(again.drawn().rollouts() + again.judged()).isZero();
    assertThat(again.exitCode()).isZero();
  }

  @Test
  void runsWithoutAnEndAreNamed() throws IOException {
    SweepResult run = drawn(4);
    Path row;
    try (Stream<Path> runs = Files.walk(folder.resolve("output/runs"))) {
      row = runs.filter(path -> path.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    Files.delete(row);
    assertThat(check())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(FolderFault.Kind.UNFINISHED_RUN);
              assertThat(fault.place()).contains(run.runId());
              assertThat(fault.isMendable()).isFalse();
            });
  }

  /** It is passed over by the sweeps after it, and by what expires. */
  @Test
  void aDamagedOldRunStopsNoOther() throws IOException {
    SweepResult first = drawn(4);
    for (String table : List.of("metrics", "runs")) {
      damage(files(table).get(0));
      SweepResult next = sweep(4);
      assertThat(next.exitCode()).isZero();
      assertThat(next.runId()).isGreaterThan(first.runId());
    }
    assertThat(check()).extracting(FolderFault::kind).contains(FolderFault.Kind.DAMAGED);
    new Expiry(HADOOP, Clock.systemUTC())
        .run(
            output().root().toString(),
            new ExpiryRequest(
                Duration.ZERO,
                Optional.of(Duration.ZERO),
                Optional.of(Duration.ZERO),
                ExpiryRequest.Mode.DELETE));
  }

  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < 100; i++) {
      bytes[50 + i] ^= 4;
    }
    Files.write(file, bytes);
  }

  private List<FolderFault> check() {
    return new FolderCheck(spark, output()).faults();
  }

  private void repair() {
    new FolderRepair(spark, output()).run(Clock.systemUTC().instant());
  }

  private SweepResult sweep(int rollouts) {
    return CompactionTest.sweep(
        folder.resolve("output"), rollouts, ScriptedModel.Loader.flawless());
  }

  private SweepResult drawn(int rollouts) {
    return CompactionTest.drawn(folder.resolve("output"), rollouts);
  }

  private CompactResult compact() {
    return new Compaction(LocalSpark.session(), 20_000)
        .run(output().root().toString(), place -> {});
  }

  private OutputFolder output() {
    return new OutputFolder(folder.resolve("output").toString(), HADOOP);
  }

  private List<Path> files(String table) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("output").resolve(table))) {
      return new ArrayList<>(
          files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList());
    }
  }

  private List<String> aside() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("output/_set_aside"))) {
      return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
    }
  }
}
