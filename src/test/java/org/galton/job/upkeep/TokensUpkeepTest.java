package org.galton.job.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.job.DuckDbTables;
import org.galton.job.sweep.DrawnSweep;
import org.galton.job.sweep.Sweep;
import org.galton.job.sweep.SweepResult;
import org.galton.model.Sampling;
import org.galton.model.source.Checkpoints;
import org.galton.model.source.ModelLoader;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.KeptDetail;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.RolloutTokensRow;
import org.galton.table.Table;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.TableFile;
import org.galton.task.Split;
import org.galton.task.arithmetic.ArithmeticTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merges, expiry and checks of a folder in which some rollouts have tokens. */
final class TokensUpkeepTest {
  private static final Configuration HADOOP = new Configuration();
  private static final ModelLoader MODELS = new Checkpoints();
  private static final String COUNT = "SELECT count(*) FROM rollout_tokens";

  @TempDir private Path folder;
  private Map<String, RolloutTokensRow> tokens;

  @BeforeEach
  void drawSixRolloutsOfWhichTwoHaveTokens() {
    DrawnSweep.copied(spec(4), MODELS);
    sweep(keeping(6));
    tokens = tokens();
    assertThat(tokens).hasSize(16);
  }

  @Test
  void aMergeKeepsTheTokensAndTellsWhoHasNone() throws Exception {
    CompactResult merged = compact();
    assertThat(merged.merged()).singleElement().matches(done -> done.rows() == 48);
    assertThat(files("rollout_tokens")).anyMatch(file -> file.toString().contains("merged-0001-"));

    assertThat(tokens()).isEqualTo(tokens);
    assertThat(duckDb(COUNT)).isEqualTo("16");
    SweepResult again = sweep(keeping(6));
    assertThat(again.drawn().rollouts() + again.judged()).isZero();
    assertThat(again.warnings()).singleElement().asString().startsWith("32 of the rollouts in ");
    assertThat(expire(CompactionTest.NOW).files()).isPositive();
    assertThat(files("rollout_tokens")).allMatch(file -> file.toString().contains("merged-0001-"));
    assertThat(tokens()).isEqualTo(tokens);

    assertThat(sweep(keeping(8)).drawn().rollouts()).isEqualTo(16);
    assertThat(tokens()).hasSize(32).containsAllEntriesOf(tokens);
    compact();
    assertThat(tokens()).hasSize(32).containsAllEntriesOf(tokens);
    assertThat(duckDb(COUNT)).isEqualTo("32");
    assertThat(check()).isEmpty();
  }

  @Test
  void aMergeThatDiedChangesNoTokens() throws IOException {
    compact();
    for (Path file : files("rollouts")) {
      if (file.toString().contains("merged-0001-")) {
        Files.delete(file);
      }
    }
    assertThat(tokens()).isEqualTo(tokens);
    assertThat(check()).extracting(FolderFault::kind).contains(FolderFault.Kind.HALF_MERGE);

    compact();
    expire(CompactionTest.NOW);
    assertThat(tokens()).isEqualTo(tokens);
    assertThat(check()).isEmpty();
  }

  @Test
  void tokensThatDifferFromTheirRolloutsAreSetAsideAndSoAreThoseWithout() throws IOException {
    List<Path> files = files("rollout_tokens");
    TableFile file = new TableFile(new org.apache.hadoop.fs.Path(files.get(0).toString()), HADOOP);
    List<RolloutTokensRow> rows = file.rows(Table.ROLLOUT_TOKENS.rows());
    Files.delete(files.get(0));
    file.publish(Table.ROLLOUT_TOKENS, rows.subList(1, rows.size()), () -> {});
    Files.copy(files.get(1), files.get(1).resolveSibling("rollouts-gone.parquet"));

    assertThat(check())
        .extracting(FolderFault::kind)
        .containsExactlyInAnyOrder(
            FolderFault.Kind.MISMATCHED_TOKENS, FolderFault.Kind.ORPHANED_TOKENS);
    assertThat(check().stream().filter(f -> f.kind() == FolderFault.Kind.MISMATCHED_TOKENS))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.problem())
                  .isEqualTo(
                      "differs in the tokens of 1 rollouts from the file of rollouts of its name, such as %d of prompt %s"
                          .formatted(rows.get(0).rolloutIndex(), rows.get(0).promptId()));
              assertThat(fault.cure())
                  .isEqualTo("set aside by --repair; its rollouts stay, and have no tokens then");
            });
    new FolderRepair(LocalSpark.session(), output()).run(Clock.systemUTC().instant());

    assertThat(check()).isEmpty();
    assertThat(tokens()).hasSize(16 - rows.size());
    assertThat(sweep(keeping(6)).drawn().rollouts()).isZero();
  }

  @Test
  void tokensOfAGenerationThatNobodyAsksForGoWithIt() throws IOException {
    ExpiryRequest unused =
        new ExpiryRequest(
            Duration.ZERO,
            Optional.of(Duration.ofDays(30)),
            Optional.empty(),
            ExpiryRequest.Mode.DELETE);
    int files = files("rollouts").size() + files("scores").size() + files("rollout_tokens").size();
    ExpiryResult later =
        new Expiry(HADOOP, Clock.offset(Clock.systemUTC(), Duration.ofDays(31)))
            .run(output().root().toString(), unused);

    assertThat(later.files()).isEqualTo(files);
    assertThat(files("rollout_tokens")).isEmpty();
  }

  private SweepSpec keeping(int rollouts) {
    return spec(rollouts).keeping(Set.of(KeptDetail.TOKENS));
  }

  private SweepSpec spec(int rollouts) {
    return new SweepSpec(
        "tokens",
        7,
        folder.resolve("output").toString(),
        rollouts,
        List.of("builtin:abacus"),
        List.of(new TaskSpec(ArithmeticTask.withDefaults(), 8, Split.TEST)),
        List.of(SamplingWish.of(Sampling.untempered(24))),
        new Framing.Raw(),
        new Decoding(16, "cpu"),
        6,
        0);
  }

  private static SweepResult sweep(SweepSpec spec) {
    return new Sweep(LocalSpark.session(), MODELS, "test").run(spec, progress -> {});
  }

  private CompactResult compact() {
    return new Compaction(LocalSpark.session(), Compaction.BYTES_A_FILE)
        .run(output().root().toString(), place -> {});
  }

  private ExpiryResult expire(ExpiryRequest request) {
    return new Expiry(HADOOP, Clock.systemUTC()).run(output().root().toString(), request);
  }

  private List<FolderFault> check() {
    return new FolderCheck(LocalSpark.session(), output()).faults();
  }

  private OutputFolder output() {
    return new OutputFolder(folder.resolve("output").toString(), HADOOP);
  }

  /** Of the files that count; each row once. */
  private Map<String, RolloutTokensRow> tokens() {
    Map<String, RolloutTokensRow> found = new TreeMap<>();
    for (GenerationFolder generation : output().generations()) {
      output()
          .list(generation.tokens())
          .forEach(
              file ->
                  output()
                      .file(file)
                      .forEach(
                          Table.ROLLOUT_TOKENS.rows(),
                          row ->
                              assertThat(found.put(row.promptId() + "-" + row.rolloutIndex(), row))
                                  .isNull()));
    }
    return found;
  }

  private String duckDb(String sql) throws Exception {
    try (DuckDbTables tables = new DuckDbTables(folder.resolve("output"))) {
      return tables.rows(sql).get(0).get(0);
    }
  }

  private List<Path> files(String table) throws IOException {
    Path place = folder.resolve("output").resolve(table);
    if (!Files.exists(place)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(place)) {
      return found.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }
}
