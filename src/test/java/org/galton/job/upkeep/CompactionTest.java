package org.galton.job.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.job.DuckDbTables;
import org.galton.job.ScriptedModel;
import org.galton.job.Sums;
import org.galton.job.query.Query;
import org.galton.job.sweep.DrawnSweep;
import org.galton.job.sweep.Sweep;
import org.galton.job.sweep.SweepResult;
import org.galton.model.Sampling;
import org.galton.model.source.ModelLoader;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.MetricRow;
import org.galton.table.RolloutRow;
import org.galton.table.Table;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.StoredFile;
import org.galton.table.store.StoredKeys;
import org.galton.task.Split;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merges of files, and what sweeps and other readers see of them. */
final class CompactionTest {
  /** Small enough for merges of several files. */
  private static final long BYTES_A_FILE = 20_000;

  static final ExpiryRequest NOW =
      new ExpiryRequest(
          Duration.ZERO, Optional.empty(), Optional.empty(), ExpiryRequest.Mode.DELETE);

  private static final Configuration HADOOP = new Configuration();

  @TempDir private Path folder;

  @Tag("whole")
  @Test
  void aSweepGoesOnAfterAMergeAsIfThereHadBeenNone() throws Exception {
    drawn(folder.resolve("output"), 8);
    CompactResult merged = compact();
    assertThat(merged.merged()).hasSize(2).allMatch(done -> done.rows() == 40);
    assertThat(merged.merged()).allMatch(done -> done.filesAfter() < done.filesBefore());
    assertThat(compact().merged()).as("a second time there is nothing to do").isEmpty();

    SweepResult again = sweep(8);
    assertThat(again.drawn().rollouts()).isZero();
    assertThat(again.judged()).isZero();
    SweepResult more = sweep(16);
    assertThat(more.drawn().rollouts()).isEqualTo(80);
    assertThat(more.judged()).isEqualTo(80);
    assertThat(figures(more)).isEqualTo(figures(drawn(folder.resolve("other"), 16)));
    assertEachOnce(160);

    assertThat(compact().merged()).hasSize(2).allMatch(done -> done.epoch() == 2);
    ExpiryResult expired = expire(NOW);
    assertThat(expired.expired())
        .extracting(ExpiryResult.Expired::reason)
        .containsOnly(ExpiryResult.Reason.REPLACED);
    assertThat(rolloutFiles()).isNotEmpty().allMatch(file -> file.contains("merged-0002-"));
    assertEachOnce(160);
    SweepResult last = sweep(16);
    assertThat(last.drawn().rollouts() + last.judged()).isZero();
    assertThat(figures(last)).isEqualTo(figures(more));
    assertThat(expire(NOW).files()).isZero();
  }

  @Test
  void mergedFilesAreSortedAndTellAllOfAPrompt() {
    drawnAndMerged();

    for (GenerationFolder generation : output().generations()) {
      List<String> order = new ArrayList<>();
      for (StoredFile file : output().list(generation.rollouts())) {
        List<RolloutRow> rows = output().file(file).rows(Table.ROLLOUTS.rows());
        rows.forEach(row -> order.add(row.promptId() + String.format("%05d", row.rolloutIndex())));
        assertThat(rows.stream().map(RolloutRow::promptId).distinct())
            .allSatisfy(id -> assertThat(rows).filteredOn(r -> r.promptId().equals(id)).hasSize(8));
      }
      assertThat(order).hasSize(40).isSorted();
    }
  }

  @Tag("whole")
  @Test
  void aMergeThatDiesAnywhereChangesNothingForReadersAndIsMadeAnew() throws Exception {
    drawn(folder.resolve("output"), 8);
    List<Path> before = parquet();
    compact();
    List<Path> published = parquet();
    published.removeAll(before);
    // Scores before rollouts, as they are written.
    published.sort(Comparator.comparing((Path file) -> !file.toString().contains("/scores/")));
    for (int lost = 1; lost <= published.size(); lost++) {
      Files.delete(published.get(published.size() - lost));
      assertEachOnce(80);
    }
    compact();
    List<Path> rest = parquet();
    rest.removeAll(before);
    Path onlyPart = rest.get(0);
    for (Path file : rest.subList(1, rest.size())) {
      Files.delete(file);
    }
    assertThat(onlyPart.toString()).contains("/rollouts/");

    SweepResult more = sweep(16);
    assertThat(more.drawn().rollouts()).isEqualTo(80);
    compact();
    assertEachOnce(160);
    assertThat(expire(NOW).expired())
        .extracting(ExpiryResult.Expired::reason)
        .contains(ExpiryResult.Reason.REPLACED);
    assertEachOnce(160);
    assertThat(figures(sweep(16))).isEqualTo(figures(more));
  }

  @Tag("whole")
  @Test
  void failuresStayBesideAMergeAndAreTriedAgain() throws Exception {
    SweepResult first = sweep(folder.resolve("output"), 8, new ScriptedModel.Loader(5));
    assertThat(first.failed()).isPositive();
    compact();
    SweepResult summary = sweep(folder.resolve("output"), 8, new ScriptedModel.Loader(5));
    assertThat(summary.failed()).isEqualTo(first.failed());

    SweepResult good = sweep(8);
    assertThat(good.failed()).isZero();
    assertThat(good.drawn().rollouts()).isEqualTo(first.failed());
    assertEachOnce(80);
  }

  @Tag("whole")
  @Test
  void readersNeverSeeFewerOrDoubledRows() throws Exception {
    drawn(folder.resolve("output"), 8);
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger rounds = new AtomicInteger();
    CountDownLatch first = new CountDownLatch(2);
    List<CompletableFuture<Void>> readers =
        Stream.<CountedRead>of(this::countedByGalton, this::countedByDuckDb)
            .map(
                count ->
                    CompletableFuture.runAsync(
                        () -> {
                          while (!stop.get()) {
                            assertThat(count.run()).isEqualTo("80 rows, 80 keys");
                            rounds.incrementAndGet();
                            first.countDown();
                          }
                        }))
            .toList();
    try {
      assertThat(first.await(120, TimeUnit.SECONDS)).isTrue();
      compact();
      // What begins now finds nothing in what was replaced, so each reader ends what it had begun.
      int begun = rounds.get();
      await(() -> rounds.get() > begun + 4 || readers.stream().anyMatch(CompletableFuture::isDone));
      expire(NOW);
      int expired = rounds.get();
      await(
          () -> rounds.get() > expired + 4 || readers.stream().anyMatch(CompletableFuture::isDone));
    } finally {
      stop.set(true);
    }
    for (CompletableFuture<Void> reader : readers) {
      reader.get(120, TimeUnit.SECONDS);
    }
  }

  /** A read that may run beside a merge. */
  private interface CountedRead {
    String run();
  }

  private static void await(java.util.function.BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Tag("whole")
  @Test
  void rolloutsThatAreNotJudgedYetAreJudgedAfterTheMerge() throws Exception {
    drawn(folder.resolve("output"), 8);
    Path scores =
        parquet().stream().filter(file -> file.toString().contains("/scores/")).findFirst().get();
    int unjudged = rows(scores);
    Files.delete(scores);
    compact();

    SweepResult again = sweep(8);
    assertThat(again.judged()).isEqualTo(unjudged);
    assertEachOnce(80);
  }

  @Test
  void replacedFilesWaitForTheirGrace() {
    drawnAndMerged();
    int before = rolloutFiles().size();

    ExpiryResult early =
        expire(
            new ExpiryRequest(
                Duration.ofHours(24),
                Optional.empty(),
                Optional.empty(),
                ExpiryRequest.Mode.DELETE));
    assertThat(early.files()).isZero();
    assertThat(early.waiting()).isPositive();
    assertThat(rolloutFiles()).hasSize(before);
    ExpiryResult listed =
        expire(
            new ExpiryRequest(
                Duration.ZERO, Optional.empty(), Optional.empty(), ExpiryRequest.Mode.LIST));
    assertThat(listed.files()).isEqualTo(early.waiting());
    assertThat(listed.bytes()).isPositive();
    assertThat(rolloutFiles()).hasSize(before);
  }

  @Test
  void generationsThatNoRunAsksForAndFiguresOfOldRunsGo() throws Exception {
    drawn(folder.resolve("output"), 8);
    sweep(16);
    ExpiryRequest old =
        new ExpiryRequest(
            Duration.ZERO,
            Optional.of(Duration.ofDays(30)),
            Optional.of(Duration.ofDays(30)),
            ExpiryRequest.Mode.DELETE);
    assertThat(expire(old).files()).as("all is young").isZero();

    ExpiryResult later =
        new Expiry(HADOOP, Clock.offset(Clock.systemUTC(), Duration.ofDays(31)))
            .run(output().root().toString(), old);
    assertThat(later.expired())
        .extracting(ExpiryResult.Expired::reason)
        .contains(ExpiryResult.Reason.UNUSED, ExpiryResult.Reason.OLD_RUN);
    assertThat(output().generations()).isEmpty();
    assertThat(output().runs(Table.METRICS)).as("the latest complete run's").hasSize(1);
    assertThat(output().runs(Table.BOOKS)).as("accounts stay").hasSize(2);
    assertThat(parquet()).noneMatch(file -> file.toString().contains("/scores/"));
    assertThat(sweep(8).drawn().rollouts()).isEqualTo(80);
  }

  @Test
  void aFolderWithoutTablesIsRefused() {
    assertThatThrownBy(this::compact)
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot compact %s: no rollouts are there; name the output folder of a sweep"
                .formatted(output().root()));
    assertThatThrownBy(() -> expire(NOW))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot expire anything in %s: no tables are there; name the output folder of a sweep"
                .formatted(output().root()));
  }

  private SweepResult sweep(int rollouts) {
    return sweep(folder.resolve("output"), rollouts, ScriptedModel.Loader.flawless());
  }

  static SweepResult sweep(Path output, int rollouts, ModelLoader loader) {
    return new Sweep(LocalSpark.session(), loader, "test")
        .run(spec(output, rollouts), progress -> {});
  }

  /** As a first sweep leaves the folder. */
  static SweepResult drawn(Path output, int rollouts) {
    return DrawnSweep.copied(spec(output, rollouts), ScriptedModel.Loader.flawless());
  }

  private void drawnAndMerged() {
    drawnAndMerged(folder.resolve("output"));
  }

  /** As a first sweep of eight rollouts a prompt and a merge after it leave the folder. */
  static void drawnAndMerged(Path output) {
    DrawnSweep.copiedMerged(spec(output, 8), ScriptedModel.Loader.flawless(), BYTES_A_FILE);
  }

  private static SweepSpec spec(Path output, int rollouts) {
    return new SweepSpec(
        "test",
        7,
        output.toString(),
        rollouts,
        List.of("a", "b"),
        List.of(new TaskSpec(Sums.PLAIN, 5, Split.TEST)),
        List.of(SamplingWish.of(Sampling.untempered(20))),
        new Framing.Raw(),
        Decoding.DEFAULT,
        6,
        1);
  }

  private CompactResult compact() {
    return new Compaction(LocalSpark.session(), BYTES_A_FILE)
        .run(output().root().toString(), place -> {});
  }

  private ExpiryResult expire(ExpiryRequest request) {
    return new Expiry(HADOOP, Clock.systemUTC()).run(output().root().toString(), request);
  }

  /** In rollouts and in scores, by all ways to read them. */
  private void assertEachOnce(int expected) throws Exception {
    assertThat(countedByGalton()).isEqualTo("%1$d rows, %1$d keys".formatted(expected));
    assertThat(countedByDuckDb()).isEqualTo("%1$d rows, %1$d keys".formatted(expected));
    Query query = Query.over(LocalSpark.session(), Optional.of(output().root().toString()));
    for (String table : List.of("rollouts", "scores")) {
      assertThat(
              query
                  .rows(
                      "SELECT count(*), count(DISTINCT generation, prompt_id, rollout_index) FROM "
                          + table,
                      1)
                  .cells())
          .containsExactly(List.of(String.valueOf(expected), String.valueOf(expected)));
    }
  }

  private String countedByGalton() {
    List<String> keys = new ArrayList<>();
    for (GenerationFolder generation : output().generations()) {
      for (StoredFile file : output().list(generation.rollouts())) {
        output()
            .file(file)
            .forEach(
                Table.ROLLOUTS.part(StoredKeys.Part.class),
                row -> keys.add(generation.place() + row.promptId() + " " + row.rolloutIndex()));
      }
    }
    return "%d rows, %d keys".formatted(keys.size(), keys.stream().distinct().count());
  }

  private String countedByDuckDb() {
    try (DuckDbTables tables = new DuckDbTables(folder.resolve("output"))) {
      List<String> counted =
          Stream.of("rollouts", "scores").map(table -> counted(tables, table)).distinct().toList();
      return String.join(" but ", counted);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String counted(DuckDbTables tables, String table) {
    try {
      List<String> counts =
          tables
              .rows(
                  "SELECT count(*), count(DISTINCT (generation, prompt_id, rollout_index)) FROM "
                      + table)
              .get(0);
      return counts.get(0) + " rows, " + counts.get(1) + " keys";
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private OutputFolder output() {
    return new OutputFolder(folder.resolve("output").toString(), HADOOP);
  }

  private List<String> rolloutFiles() {
    return parquet().stream().map(Path::toString).filter(f -> f.contains("/rollouts/")).toList();
  }

  private List<Path> parquet() {
    try (Stream<Path> files = Files.walk(folder.resolve("output"))) {
      return new ArrayList<>(
          files
              .filter(file -> file.toString().endsWith(".parquet"))
              .filter(file -> file.toString().matches(".*/(rollouts|scores)/.*"))
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int rows(Path file) {
    return new org.galton.table.store.TableFile(
            new org.apache.hadoop.fs.Path(file.toString()), HADOOP)
        .rows(Table.SCORES.rows())
        .size();
  }

  private static List<String> figures(SweepResult result) {
    return result.summary().orElseThrow().metrics().stream()
        .map(CompactionTest::withoutRun)
        .toList();
  }

  private static String withoutRun(MetricRow row) {
    return String.join(
        " ",
        row.model(),
        row.metric(),
        String.valueOf(row.k()),
        String.valueOf(row.value()),
        String.valueOf(row.ciLow()),
        String.valueOf(row.prompts()));
  }
}
