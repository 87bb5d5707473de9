package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.job.DuckDbTables;
import org.galton.job.ScriptedModel;
import org.galton.job.Sums;
import org.galton.job.query.Query;
import org.galton.model.Sampling;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.tokenizer.Tokenizer;
import org.galton.model.source.Checkpoints;
import org.galton.model.source.ModelLoader;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.KeptDetail;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutTokensRow;
import org.galton.table.Table;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.TableFile;
import org.galton.task.Split;
import org.galton.task.arithmetic.ArithmeticTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that a sweep keeps, against its rollouts. */
final class RolloutTokensTest {
  private static final Configuration HADOOP = new Configuration();
  private static final ModelLoader MODELS = new Checkpoints();
  private static final int PROMPTS = 8;
  private static final Sampling PLAIN = Sampling.untempered(24);

  @TempDir private Path folder;

  @Test
  void everyRolloutHasTheTokensThatItsTextIsMadeOf() throws Exception {
    DrawnSweep.copied(keeping(PLAIN), MODELS);

    List<RolloutRow> rollouts = rollouts();
    Map<String, RolloutTokensRow> tokens = tokens();
    assertThat(rollouts).hasSize(32);
    assertThat(tokens).hasSize(32);
    Checkpoint abacus = Checkpoint.open("builtin:abacus");
    try (Tokenizer tokenizer = abacus.tokenizer()) {
      for (RolloutRow rollout : rollouts) {
        RolloutTokensRow row = tokens.get(key(rollout));
        assertThat(row.generation()).isEqualTo(rollout.generation());
        assertThat(row.promptTokenIds()).hasSize(rollout.promptTokens());
        assertThat(row.tokenIds()).hasSize(rollout.completionTokens());
        assertThat(row.logprobs()).hasSameSizeAs(row.tokenIds());
        assertThat(sum(row.logprobs())).isCloseTo(rollout.logprobSum(), within(1e-5));
        assertThat(sum(row.entropies()) / row.tokenIds().size())
            .isCloseTo(rollout.entropyMean(), within(1e-6));
        long last = row.tokenIds().get(row.tokenIds().size() - 1);
        boolean ended = abacus.endTokens().contains(last);
        assertThat(ended).isEqualTo(rollout.status().equals("complete"));
        assertThat(
                tokenizer.decode(
                    row.tokenIds().stream()
                        .limit(row.tokenIds().size() - (ended ? 1 : 0))
                        .mapToLong(id -> id)
                        .toArray()))
            .isEqualTo(rollout.completion());
      }
    }
    try (DuckDbTables tables = new DuckDbTables(output())) {
      assertThat(
              tables.rows(
                  "SELECT count(*), sum(len(t.token_ids) - r.completion_tokens)::INT,"
                      + " max(abs(list_sum(t.logprobs) - r.logprob_sum)) < 1e-5"
                      + " FROM rollout_tokens t JOIN rollouts r"
                      + " USING (model, task, generation, prompt_id, rollout_index)"))
          .containsExactly(List.of("32", "0", "true"));
    }
    assertThat(counted()).isEqualTo("32 rows, 32 keys");
  }

  @Test
  void tokensChangeNothingElseAndAreNotThereUnlessAskedFor() throws Exception {
    DrawnSweep.copied(spec(PLAIN), MODELS);
    assertThat(output().resolve("rollout_tokens")).doesNotExist();
    try (DuckDbTables tables = new DuckDbTables(output())) {
      assertThat(tables.rows("SELECT count(*) FROM rollout_tokens")).containsExactly(List.of("0"));
    }
    Map<String, String> before = texts();
    SweepSpec elsewhere = keeping(PLAIN).in(folder.resolve("elsewhere").toString());
    DrawnSweep.copied(elsewhere, MODELS);

    assertThat(texts(elsewhere.output())).isEqualTo(before);
  }

  /** Sums of what was drawn from are above those of the model's own distribution. */
  @Test
  void logprobsAreOfWhatWasDrawnFromAndOfTheModelWhereNothingWasDrawn() throws IOException {
    sweep(keeping(new Sampling(0, 0, 1, 0, 24, List.of())));
    Map<String, RolloutTokensRow> greedy = tokens();
    assertThat(rollouts())
        .allSatisfy(
            row ->
                assertThat(sum(greedy.get(key(row)).logprobs()))
                    .isCloseTo(row.logprobSum(), within(1e-5)));

    SweepSpec filtered =
        keeping(new Sampling(0.7, 1, 1, 0, 24, List.of()))
            .in(folder.resolve("filtered").toString());
    sweep(filtered);
    assertThat(tokens(filtered.output()).values())
        .hasSize(32)
        .allSatisfy(row -> assertThat(row.logprobs()).as("one token is left").containsOnly(0.0));
  }

  @Test
  void rolloutsThatAreStoredWithoutTokensAreNotDrawnAgainAndAreCounted() throws Exception {
    DrawnSweep.copied(spec(PLAIN), MODELS);
    SweepSpec more = keeping(PLAIN, 6);
    Sweep sweep = new Sweep(LocalSpark.session(), MODELS, "test");
    String sentence =
        "32 of the rollouts in %s were drawn without their tokens, and stored rollouts are not drawn again: name another output to draw the same rollouts with their tokens, or another seed to draw others"
            .formatted(output());
    assertThat(sweep.remarks(more, sweep.plan(more))).containsExactly(sentence);
    SweepResult result = sweep(more);

    assertThat(result.drawn().rollouts()).isEqualTo(16);
    assertThat(result.exitCode()).isZero();
    assertThat(result.warnings()).containsExactly(sentence);
    assertThat(tokens().values()).extracting(RolloutTokensRow::rolloutIndex).containsOnly(4, 5);
    assertThat(sweep(spec(PLAIN)).warnings()).isEmpty();
  }

  /** As a kill between the file of tokens and that of rollouts leaves it. */
  @Test
  void aShardWhoseRolloutsDidNotComeIsDrawnAgainWithItsTokens() throws Exception {
    DrawnSweep.copied(keeping(PLAIN), MODELS);
    Map<String, RolloutTokensRow> before = tokens();
    Path lost = files("rollouts").get(0);
    Path orphan = Path.of(lost.toString().replace("/rollouts/", "/rollout_tokens/"));
    assertThat(orphan).exists();
    Files.delete(lost);
    // Other tokens, as another device may have drawn them.
    TableFile file = new TableFile(new org.apache.hadoop.fs.Path(orphan.toString()), HADOOP);
    List<RolloutTokensRow> other = file.rows(Table.ROLLOUT_TOKENS.rows()).subList(0, 1);
    Files.delete(orphan);
    file.publish(Table.ROLLOUT_TOKENS, other, () -> {});

    assertThat(tokens()).as("does not count").hasSize(22);
    assertThat(counted()).isEqualTo("22 rows, 22 keys");
    assertThat(sweep(keeping(PLAIN)).drawn().rollouts()).isEqualTo(10);
    assertThat(tokens()).isEqualTo(before);
    assertThat(counted()).isEqualTo("32 rows, 32 keys");

    OutputFolder stored = new OutputFolder(output().toString(), HADOOP);
    GenerationFolder generation = stored.generations().get(0);
    FileUtils.deleteDirectory(output().resolve("rollouts").toFile());
    assertThat(stored.list(generation.tokens())).as("nor do the first of a folder").isEmpty();
    assertThat(sweep(keeping(PLAIN)).drawn().rollouts()).isEqualTo(32);
    assertThat(tokens()).isEqualTo(before);
  }

  @Test
  void aModelThatTellsNoTokensIsRefused() {
    SweepSpec spec =
        new SweepSpec(
                "tokens",
                7,
                output().toString(),
                4,
                List.of("models/a"),
                List.of(new TaskSpec(Sums.PLAIN, 2, Split.TEST)),
                List.of(SamplingWish.of(PLAIN)),
                new Framing.Raw(),
                Decoding.DEFAULT,
                10,
                0)
            .keeping(Set.of(KeptDetail.TOKENS));
    Sweep sweep = new Sweep(LocalSpark.session(), ScriptedModel.Loader.flawless(), "test");
    assertThatThrownBy(() -> sweep.run(spec, progress -> {}))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot keep tokens of model models/a: it tells texts only; leave 'keep' out of the"
                + " spec");
  }

  private SweepSpec spec(Sampling sampling) {
    return spec(sampling, 4);
  }

  private SweepSpec keeping(Sampling sampling) {
    return keeping(sampling, 4);
  }

  private SweepSpec keeping(Sampling sampling, int rollouts) {
    return spec(sampling, rollouts).keeping(Set.of(KeptDetail.TOKENS));
  }

  private SweepSpec spec(Sampling sampling, int rollouts) {
    return new SweepSpec(
        "tokens",
        7,
        output().toString(),
        rollouts,
        List.of("builtin:abacus"),
        List.of(new TaskSpec(ArithmeticTask.withDefaults(), PROMPTS, Split.TEST)),
        List.of(SamplingWish.of(sampling)),
        new Framing.Raw(),
        new Decoding(16, "cpu"),
        10,
        0);
  }

  private static SweepResult sweep(SweepSpec spec) {
    return new Sweep(LocalSpark.session(), MODELS, "test").run(spec, progress -> {});
  }

  private Path output() {
    return folder.resolve("output");
  }

  private Map<String, RolloutTokensRow> tokens() {
    return tokens(output().toString());
  }

  /** Of the files that count; each row once. */
  private static Map<String, RolloutTokensRow> tokens(String folder) {
    OutputFolder output = new OutputFolder(folder, HADOOP);
    Map<String, RolloutTokensRow> found = new TreeMap<>();
    for (GenerationFolder generation : output.generations()) {
      output
          .list(generation.tokens())
          .forEach(
              file ->
                  output
                      .file(file)
                      .forEach(
                          Table.ROLLOUT_TOKENS.rows(),
                          row ->
                              assertThat(found.put(row.promptId() + "-" + row.rolloutIndex(), row))
                                  .isNull()));
    }
    return found;
  }

  private List<RolloutRow> rollouts() {
    return rollouts(output().toString());
  }

  private static List<RolloutRow> rollouts(String folder) {
    OutputFolder output = new OutputFolder(folder, HADOOP);
    List<RolloutRow> rows = new ArrayList<>();
    for (GenerationFolder generation : output.generations()) {
      output
          .list(generation.rollouts())
          .forEach(file -> output.file(file).forEach(Table.ROLLOUTS.rows(), rows::add));
    }
    return rows;
  }

  private Map<String, String> texts() {
    return texts(output().toString());
  }

  private static Map<String, String> texts(String folder) {
    Map<String, String> texts = new TreeMap<>();
    rollouts(folder).forEach(row -> texts.put(row.generation() + key(row), row.completion()));
    return texts;
  }

  private static String key(RolloutRow row) {
    return row.promptId() + "-" + row.rolloutIndex();
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(value -> value).sum();
  }

  /** By Spark SQL's view, and the same by DuckDB's. */
  private String counted() throws Exception {
    String sql =
        "SELECT count(*), count(DISTINCT concat(prompt_id, rollout_index)) FROM rollout_tokens";
    List<String> counts =
        Query.over(LocalSpark.session(), Optional.of(output().toString()))
            .rows(sql, 1)
            .cells()
            .get(0);
    try (DuckDbTables tables = new DuckDbTables(output())) {
      assertThat(tables.rows(sql)).containsExactly(counts);
    }
    return counts.get(0) + " rows, " + counts.get(1) + " keys";
  }

  private List<Path> files(String table) throws IOException {
    try (Stream<Path> found = Files.walk(output().resolve(table))) {
      return found.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }
}
