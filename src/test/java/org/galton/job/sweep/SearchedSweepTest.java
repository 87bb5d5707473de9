package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.job.DuckDbTables;
import org.galton.job.upkeep.Compaction;
import org.galton.job.upkeep.FolderCheck;
import org.galton.job.upkeep.FolderFault;
import org.galton.model.Sampling;
import org.galton.model.source.Checkpoints;
import org.galton.search.BacktrackingSampler;
import org.galton.search.BacktrackingSampler.Output;
import org.galton.search.OneWaySampler;
import org.galton.search.SearchSampler;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.KeptDetail;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.RolloutRow;
import org.galton.table.SearchesRow;
import org.galton.table.Table;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.TableFile;
import org.galton.task.Split;
import org.galton.task.arithmetic.CountdownTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rollouts by search in a sweep, with a real decoder. */
final class SearchedSweepTest {
  private static final int PROMPTS = 4;
  private static final int ROLLOUTS = 3;
  private static final Configuration HADOOP = new Configuration();

  @TempDir private Path folder;

  @Test
  void theSameRolloutsComeInShardsOfOneAndOfMany() throws Exception {
    SweepSpec many = spec("many", 64);
    SweepSpec one = spec("one", 1);
    sweep(many);
    sweep(one);

    Map<String, RolloutRow> rollouts = rollouts(many);
    assertThat(rollouts).hasSize(3 * PROMPTS * ROLLOUTS);
    rollouts(one)
        .forEach(
            (key, row) -> {
              assertThat(row.completion()).isEqualTo(rollouts.get(key).completion());
              assertThat(row.status()).isEqualTo(rollouts.get(key).status());
              assertThat(row.completionTokens()).isEqualTo(rollouts.get(key).completionTokens());
            });
    assertThat(searches(many)).hasSize(2 * PROMPTS * ROLLOUTS);
    assertSame(searches(one), searches(many));
    searches(many)
        .forEach(
            (key, row) -> {
              assertThat(row.endKind().equals("given_up"))
                  .isEqualTo(rollouts.get(key).status().equals("truncated"));
              assertThat(row.drawnTokens())
                  .isGreaterThanOrEqualTo(rollouts.get(key).completionTokens());
            });
    try (DuckDbTables tables = new DuckDbTables(Path.of(many.output()))) {
      assertThat(
              tables.rows(
                  "SELECT count(*), bool_and(s.correct = (q.end_kind = 'found')) FROM searches q"
                      + " JOIN scores s USING (model, task, generation, prompt_id, rollout_index)"))
          .containsExactly(List.of(Integer.toString(2 * PROMPTS * ROLLOUTS), "true"));
      assertThat(
              tables.rows(
                  "SELECT count(q.calls), bool_and(b.tokens = q.tokens AND b.verifier_calls ="
                      + " q.calls AND abs(b.verifier_seconds - q.seconds) < 1e-9 AND"
                      + " b.verifier_seconds > 0 AND b.verifier_seconds < b.device_seconds),"
                      + " count(b.verifier_calls), count(b.verifier_seconds) FROM books b LEFT"
                      + " JOIN (SELECT generation, sum(drawn_tokens) AS tokens,"
                      + " sum(verifier_calls) AS calls, sum(verifier_seconds) AS seconds FROM"
                      + " searches GROUP BY generation) q USING (generation)"))
          .containsExactly(List.of("2", "true", "2", "2"));
    }

    // As a run leaves it that dies between the two files.
    Map<String, SearchesRow> before = searches(one);
    Path kept = files(one, "searches").get(0);
    Files.delete(Path.of(kept.toString().replace("/searches/", "/rollouts/")));
    assertThat(faults(one)).contains(FolderFault.Kind.ORPHANED_SEARCHES);
    assertThat(sweep(one).drawn().rollouts()).isEqualTo(1);
    assertSame(searches(one), before);
    assertThat(faults(one)).isEmpty();

    new Compaction(LocalSpark.session(), 1 << 20).run(one.output(), place -> {});
    assertSame(searches(one), before);
    assertThat(faults(one)).isEmpty();
    String searched = files(many, "searches").get(0).toString();
    TableFile file = new TableFile(new org.apache.hadoop.fs.Path(searched), HADOOP);
    List<SearchesRow> rows = file.rows(Table.SEARCHES.rows());
    file.delete();
    file.publish(Table.SEARCHES, rows.subList(1, rows.size()), () -> {});
    assertThat(faults(many)).containsExactly(FolderFault.Kind.MISMATCHED_SEARCHES);
  }

  private SweepSpec spec(String output, int shardRollouts) {
    SamplingWish plain = SamplingWish.of(Sampling.untempered(48));
    return new SweepSpec(
            "searched",
            7,
            folder.resolve(output).toString(),
            ROLLOUTS,
            List.of("builtin:abacus@1547"),
            List.of(new TaskSpec(CountdownTask.withDefaults(), PROMPTS, Split.TEST)),
            List.of(
                plain,
                searched(
                    plain, new BacktrackingSampler(8, 0.2, Output.FIRST_LEAF, 0, 0.1, 0.2, 0, 1)),
                searched(plain, new OneWaySampler(OneWaySampler.Choice.ACCEPTED, 0, 4, 0))),
            new Framing.Raw(),
            new Decoding(8, "cpu"),
            shardRollouts,
            0)
        .keeping(Set.of(KeptDetail.TOKENS));
  }

  private static SamplingWish searched(SamplingWish plain, SearchSampler sampler) {
    return new SamplingWish(
        plain.temperature(),
        plain.topK(),
        plain.topP(),
        plain.minP(),
        plain.maxTokens(),
        plain.stop(),
        plain.source(),
        Optional.of(sampler));
  }

  private static SweepResult sweep(SweepSpec spec) {
    return new Sweep(LocalSpark.session(), new Checkpoints(), "test").run(spec, progress -> {});
  }

  /** But for the time that they took. */
  private static void assertSame(
      Map<String, SearchesRow> found, Map<String, SearchesRow> expected) {
    assertThat(found)
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*verifierSeconds")
        .isEqualTo(expected);
  }

  private static Set<FolderFault.Kind> faults(SweepSpec spec) {
    return Set.copyOf(
        new FolderCheck(LocalSpark.session(), new OutputFolder(spec.output(), HADOOP))
            .faults().stream().map(FolderFault::kind).toList());
  }

  private static Map<String, RolloutRow> rollouts(SweepSpec spec) {
    OutputFolder output = new OutputFolder(spec.output(), HADOOP);
    Map<String, RolloutRow> rows = new TreeMap<>();
    for (GenerationFolder generation : output.generations()) {
      for (var file : output.list(generation.rollouts())) {
        output
            .file(file)
            .forEach(
                Table.ROLLOUTS.rows(),
                row -> rows.put(key(row.generation(), row.promptId(), row.rolloutIndex()), row));
      }
    }
    return rows;
  }

  private static Map<String, SearchesRow> searches(SweepSpec spec) {
    OutputFolder output = new OutputFolder(spec.output(), HADOOP);
    Map<String, SearchesRow> rows = new TreeMap<>();
    for (GenerationFolder generation : output.generations()) {
      for (var file : output.list(generation.searches())) {
        output
            .file(file)
            .forEach(
                Table.SEARCHES.rows(),
                row -> rows.put(key(row.generation(), row.promptId(), row.rolloutIndex()), row));
      }
    }
    return rows;
  }

  private static String key(String generation, String prompt, int index) {
    return generation + " " + prompt + " " + index;
  }

  private static List<Path> files(SweepSpec spec, String table) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(spec.output(), table))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }
}
