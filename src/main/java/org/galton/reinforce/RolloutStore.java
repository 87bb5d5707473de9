package org.galton.reinforce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.job.draw.BesideRollouts;
import org.galton.model.Sampling;
import org.galton.sweep.Framing;
import org.galton.sweep.Shard;
import org.galton.sweep.Slice;
import org.galton.table.RolloutRow;
import org.galton.table.RolloutStatus;
import org.galton.table.ScoreRow;
import org.galton.table.SearchNodesRow;
import org.galton.table.SearchesRow;
import org.galton.table.Table;
import org.galton.table.store.Fence;
import org.galton.table.store.FileName;
import org.galton.table.store.OutputFolder;
import org.galton.table.store.Partition;
import org.galton.table.store.RolloutKey;
import org.galton.table.store.StoredFile;
import org.galton.table.store.TableFile;

/** Files of rollouts and of scores, of the names that a sweep would give them. */
record RolloutStore(OutputFolder output, Fence fence, Sampling sampling) {
  private static final Comparator<RolloutRow> ROLLOUTS =
      Comparator.comparing(RolloutRow::promptId).thenComparing(RolloutRow::rolloutIndex);
  private static final Comparator<SearchesRow> SEARCHES =
      Comparator.comparing(SearchesRow::promptId).thenComparing(SearchesRow::rolloutIndex);
  private static final Comparator<SearchNodesRow> NODES =
      Comparator.comparing(SearchNodesRow::promptId)
          .thenComparing(SearchNodesRow::rolloutIndex)
          .thenComparing(SearchNodesRow::node);
  private static final Comparator<ScoreRow> SCORES =
      Comparator.comparing(ScoreRow::promptId).thenComparing(ScoreRow::rolloutIndex);

  /** Writes what is not there yet: the same rollouts have the same files. */
  void publish(
      Partition partition,
      List<AskedPrompt> asked,
      List<RolloutRow> rollouts,
      Map<String, List<ScoreRow>> scoresByScorer) {
    publish(
        partition, asked, rollouts, scoresByScorer, new TreeRollouts.Stored(List.of(), List.of()));
  }

  /** The same with what searches have done: their files come before those of their rollouts. */
  void publish(
      Partition partition,
      List<AskedPrompt> asked,
      List<RolloutRow> rollouts,
      Map<String, List<ScoreRow>> scoresByScorer,
      TreeRollouts.Stored trees) {
    String name = name(partition, asked);
    List<RolloutRow> drawn = new ArrayList<>();
    List<RolloutRow> failed = new ArrayList<>();
    for (RolloutRow row : rollouts.stream().sorted(ROLLOUTS).toList()) {
      (RolloutStatus.FAILED.is(row.status()) ? failed : drawn).add(row);
    }
    if (!failed.isEmpty()) {
      output
          .file(output.rollouts(partition), FileName.failed(name))
          .publish(Table.ROLLOUTS, failed, this::check);
    }
    TableFile file = drawn(partition, name);
    Set<RolloutKey> others = file.exists() ? Set.of() : keys(partition);
    drawn.removeIf(row -> others.contains(RolloutKey.of(row)));
    if (!drawn.isEmpty()) {
      if (!file.exists()) {
        beside(partition, name, others, file, trees);
      }
      file.publish(Table.ROLLOUTS, drawn, this::check);
      scoresByScorer.forEach(
          (scorer, scores) ->
              scored(partition, name, scorer)
                  .publish(
                      Table.SCORES,
                      scores.stream()
                          .filter(row -> !others.contains(RolloutKey.of(row)))
                          .sorted(SCORES)
                          .toList(),
                      this::check));
    }
  }

  private void beside(
      Partition partition,
      String name,
      Set<RolloutKey> others,
      TableFile rollouts,
      TreeRollouts.Stored trees) {
    String file = FileName.drawn(0, name);
    List<SearchesRow> searches =
        trees.searches().stream()
            .filter(row -> !others.contains(key(row)))
            .sorted(SEARCHES)
            .toList();
    if (!searches.isEmpty()) {
      new BesideRollouts<>(Table.SEARCHES, searches::iterator)
          .publish(output.file(output.searches(partition), file), rollouts, this::check);
      List<SearchNodesRow> nodes =
          trees.nodes().stream().filter(row -> !others.contains(key(row))).sorted(NODES).toList();
      new BesideRollouts<>(Table.SEARCH_NODES, nodes::iterator)
          .publish(output.file(output.searchNodes(partition), file), rollouts, this::check);
    }
  }

  private static RolloutKey key(SearchesRow row) {
    return new RolloutKey(row.generation(), row.task(), row.promptId(), row.rolloutIndex());
  }

  private static RolloutKey key(SearchNodesRow row) {
    return new RolloutKey(row.generation(), row.task(), row.promptId(), row.rolloutIndex());
  }

  /** Keys in other files: a merge may have put the same rollouts elsewhere. */
  private Set<RolloutKey> keys(Partition partition) {
    return rollouts(partition).stream().map(RolloutKey::of).collect(Collectors.toSet());
  }

  /** Every stored rollout of a policy on a task. */
  List<RolloutRow> rollouts(Partition partition) {
    return files(partition)
        .flatMap(file -> output.file(file).rows(Table.ROLLOUTS.rows()).stream())
        .toList();
  }

  /** Every stored verdict on them. */
  List<ScoreRow> scores(Partition partition, String scorer) {
    return files(partition)
        .map(file -> output.scoresOf(file, partition, scorer))
        .filter(TableFile::exists)
        .flatMap(file -> file.rows(Table.SCORES.rows()).stream())
        .toList();
  }

  private Stream<StoredFile> files(Partition partition) {
    return output.list(output.rollouts(partition)).stream().filter(file -> !file.isFailed());
  }

  private TableFile drawn(Partition partition, String name) {
    return output.file(output.rollouts(partition), FileName.drawn(0, name));
  }

  private TableFile scored(Partition partition, String name, String scorer) {
    return output.file(output.scores(partition, scorer), FileName.drawn(0, name));
  }

  private void check() {
    fence.check(output);
  }

  private String name(Partition partition, List<AskedPrompt> asked) {
    List<Slice> slices =
        asked.stream()
            .map(one -> new Slice(one.prompt(), one.from(), one.to(), 1))
            .sorted(Comparator.comparing(slice -> slice.prompt().id()))
            .toList();
    return new Shard(0, partition.model(), "", partition, 0, sampling, new Framing.Raw(), slices)
        .name();
  }
}
