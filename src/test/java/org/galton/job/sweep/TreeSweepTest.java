package org.galton.job.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.LocalSpark;
import org.galton.job.DuckDbTables;
import org.galton.job.run.RunTables;
import org.galton.job.upkeep.Compaction;
import org.galton.job.upkeep.FolderCheck;
import org.galton.job.upkeep.FolderFault;
import org.galton.model.Sampling;
import org.galton.model.source.Checkpoints;
import org.galton.search.TreeSampler;
import org.galton.search.backup.SearchSettings;
import org.galton.study.deepsearch.DeepSearchStudy;
import org.galton.study.deepsearch.view.TreesSection;
import org.galton.sweep.Decoding;
import org.galton.sweep.Framing;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SweepSpec;
import org.galton.sweep.TaskSpec;
import org.galton.table.RolloutRow;
import org.galton.table.SearchNodesRow;
import org.galton.table.Table;
import org.galton.table.store.GenerationFolder;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.TableFile;
import org.galton.task.Split;
import org.galton.task.arithmetic.CountdownTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees of rollouts in a sweep, with a real decoder. */
final class TreeSweepTest {
  private static final int ROLLOUTS = 2;
  private static final int PROMPTS = 2;
  private static final Configuration HADOOP = new Configuration();

  @TempDir private Path folder;

  @Test
  void treesDoNotDependOnShardsAndAreCarriedWithTheirRollouts() throws Exception {
    SweepSpec many = spec("many", 64);
    SweepSpec one = spec("one", 1);
    sweep(many);
    sweep(one);

    Map<String, RolloutRow> rollouts = rollouts(many);
    assertThat(rollouts).hasSize(PROMPTS * ROLLOUTS);
    assertThat(texts(rollouts(one))).isEqualTo(texts(rollouts));
    Map<String, List<SearchNodesRow>> trees = trees(many);
    assertThat(trees(one)).isEqualTo(trees);
    assertThat(trees.keySet()).isEqualTo(rollouts.keySet());
    trees.forEach((key, nodes) -> assertIsTreeOf(nodes, rollouts.get(key)));
    try (DuckDbTables tables = new DuckDbTables(Path.of(many.output()))) {
      assertThat(
              tables.rows(
                  "SELECT bool_and(drawn = q.drawn_tokens AND nodes = q.model_calls + 1"
                      + " AND s.correct = (q.end_kind = 'found') AND q.biased) FROM (SELECT task,"
                      + " generation, prompt_id, rollout_index, sum(len(token_ids)) AS drawn,"
                      + " count(*) AS nodes FROM search_nodes GROUP BY ALL) JOIN searches q USING"
                      + " (task, generation, prompt_id, rollout_index) JOIN scores s USING (task,"
                      + " generation, prompt_id, rollout_index)"))
          .containsExactly(List.of("true"));
    }

    TreesSection section =
        (TreesSection)
            new DeepSearchStudy().section(RunTables.latest(many.output(), HADOOP)).orElseThrow();
    assertThat(section.all()).isEqualTo(PROMPTS * ROLLOUTS);
    assertThat(section.trees()).hasSizeBetween(PROMPTS, PROMPTS * ROLLOUTS);
    section.trees().forEach(tree -> assertThat(tree.question()).startsWith("reach "));
    assertThat(section.trees().stream().map(tree -> tree.lines().size()).toList())
        .allMatch(lines -> trees.values().stream().anyMatch(nodes -> nodes.size() == lines));

    // As a run leaves it that dies between the two files.
    Path kept = files(one).get(0);
    Files.delete(Path.of(kept.toString().replace("/search_nodes/", "/rollouts/")));
    assertThat(trees(one)).hasSize(PROMPTS * ROLLOUTS - 1);
    assertThat(faults(one)).contains(FolderFault.Kind.ORPHANED_SEARCHES);
    assertThat(sweep(one).drawn().rollouts()).isEqualTo(1);
    assertThat(trees(one)).isEqualTo(trees);
    assertThat(faults(one)).isEmpty();

    new Compaction(LocalSpark.session(), 1 << 20).run(one.output(), place -> {});
    assertThat(trees(one)).isEqualTo(trees);
    assertThat(faults(one)).isEmpty();

    TableFile file =
        new TableFile(new org.apache.hadoop.fs.Path(files(many).get(0).toUri()), HADOOP);
    List<SearchNodesRow> rows = new ArrayList<>(file.rows(Table.SEARCH_NODES.rows()));
    rows.add(rows.get(rows.size() - 1));
    file.delete();
    file.publish(Table.SEARCH_NODES, rows, () -> {});
    assertThat(faults(many)).containsExactly(FolderFault.Kind.MISMATCHED_SEARCHES);
  }

  /** The completion is what the steps on its path add up to, and parents come before children. */
  private static void assertIsTreeOf(List<SearchNodesRow> nodes, RolloutRow rollout) {
    for (int i = 0; i < nodes.size(); i++) {
      SearchNodesRow node = nodes.get(i);
      assertThat(node.node()).isEqualTo(i);
      if (i == 0) {
        assertThat(node.parent()).isNull();
      } else {
        assertThat(node.parent()).isBetween(0, i - 1);
        assertThat(node.depth()).isEqualTo(nodes.get(node.parent()).depth() + 1);
        assertThat(node.tokenIds()).isNotEmpty();
        if (node.putOut()) {
          assertThat(nodes.get(node.parent()).putOut()).isTrue();
        }
      }
    }
    assertThat(
            nodes.stream()
                .filter(SearchNodesRow::putOut)
                .map(SearchNodesRow::text)
                .collect(Collectors.joining()))
        .isEqualTo(rollout.completion());
    assertThat(nodes.stream().filter(node -> node.backup() != null)).isNotEmpty();
  }

  private SweepSpec spec(String output, int shardRollouts) {
    SamplingWish plain = SamplingWish.of(Sampling.untempered(48));
    return new SweepSpec(
        "trees",
        7,
        folder.resolve(output).toString(),
        ROLLOUTS,
        List.of("builtin:abacus@1547"),
        List.of(new TaskSpec(CountdownTask.withDefaults(), PROMPTS, Split.TEST)),
        List.of(
            new SamplingWish(
                plain.temperature(),
                plain.topK(),
                plain.topP(),
                plain.minP(),
                plain.maxTokens(),
                plain.stop(),
                plain.source(),
                Optional.of(
                    new TreeSampler(
                        12,
                        3,
                        0,
                        SearchSettings.withDefaults().withDepthLimit(4).withTrajectories(2))))),
        new Framing.Raw(),
        new Decoding(8, "cpu"),
        shardRollouts,
        0);
  }

  private static SweepResult sweep(SweepSpec spec) {
    return new Sweep(LocalSpark.session(), new Checkpoints(), "test").run(spec, progress -> {});
  }

  private static Set<FolderFault.Kind> faults(SweepSpec spec) {
    return Set.copyOf(
        new FolderCheck(LocalSpark.session(), new OutputFolder(spec.output(), HADOOP))
            .faults().stream().map(FolderFault::kind).toList());
  }

  private static Map<String, String> texts(Map<String, RolloutRow> rollouts) {
    return rollouts.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue().completion()));
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
                row -> rows.put(row.promptId() + "-" + row.rolloutIndex(), row));
      }
    }
    return rows;
  }

  /** Of the files that count, in their order. */
  private static Map<String, List<SearchNodesRow>> trees(SweepSpec spec) {
    OutputFolder output = new OutputFolder(spec.output(), HADOOP);
    Map<String, List<SearchNodesRow>> trees = new TreeMap<>();
    for (GenerationFolder generation : output.generations()) {
      for (var file : output.list(generation.searchNodes())) {
        output
            .file(file)
            .forEach(
                Table.SEARCH_NODES.rows(),
                row ->
                    trees
                        .computeIfAbsent(
                            row.promptId() + "-" + row.rolloutIndex(), key -> new ArrayList<>())
                        .add(withoutNoise(row)));
      }
    }
    return trees;
  }

  /** The last digits of these two depend on what was drawn at the same time. */
  private static SearchNodesRow withoutNoise(SearchNodesRow row) {
    return new SearchNodesRow(
        row.model(),
        row.task(),
        row.generation(),
        row.promptId(),
        row.rolloutIndex(),
        row.node(),
        row.parent(),
        row.depth(),
        row.text(),
        row.tokenIds(),
        Math.rint(row.entropy() * 100),
        Math.rint(row.logprobMean() * 100),
        row.ending(),
        row.expansion(),
        row.backup(),
        row.q(),
        row.visits(),
        row.advantage(),
        row.putOut());
  }

  private static List<Path> files(SweepSpec spec) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(spec.output(), Table.SEARCH_NODES.name()))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }
}
