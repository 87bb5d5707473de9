package org.galton.job.draw;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.galton.model.Completion;
import org.galton.model.Request;
import org.galton.model.search.SearchReport;
import org.galton.search.SearchSampler;
import org.galton.sweep.Shard;
import org.galton.sweep.VerifierUse;
import org.galton.table.RolloutRow;
import org.galton.table.SearchNodesRow;
import org.galton.table.SearchesRow;
import org.galton.table.Table;
import org.galton.table.store.RolloutKey;

/** What the searches of a shard's rollouts have done. */
final class ShardSearches {
  private record Key(String promptId, int rolloutIndex) {}

  private final Shard shard;
  private final List<RequestedRollout> wishes;
  private final Map<Key, SearchReport> reports = new ConcurrentHashMap<>();

  ShardSearches(Shard shard, List<RequestedRollout> wishes) {
    this.shard = shard;
    this.wishes = wishes;
  }

  void add(Request request, SearchReport report) {
    RequestedRollout wish = wishes.get((int) request.id());
    reports.put(new Key(wish.promptId(), wish.rolloutIndex()), report);
  }

  /** Tokens that a model drew for a completion: of a search those of all its blocks. */
  long drawnTokens(Completion completion) {
    return report(completion)
        .map(SearchReport::drawnTokens)
        .orElse((long) completion.countedTokens());
  }

  /** What the search of a completion has asked of the verifier; nothing where there was none. */
  VerifierUse verifier(Completion completion) {
    return report(completion)
        .map(report -> new VerifierUse(report.verifierCalls(), report.verifierSeconds()))
        .orElse(VerifierUse.NOTHING);
  }

  private Optional<SearchReport> report(Completion completion) {
    RequestedRollout wish = wishes.get((int) completion.request().id());
    return Optional.ofNullable(reports.get(new Key(wish.promptId(), wish.rolloutIndex())));
  }

  /**
   * Those of rollouts that were drawn.
   *
   * @param drawn none of them failed
   */
  BesideRollouts<SearchesRow> of(SearchSampler sampler, List<RolloutRow> drawn) {
    List<SearchesRow> rows =
        drawn.stream()
            .map(row -> row(sampler, new Key(row.promptId(), row.rolloutIndex())))
            .sorted(
                Comparator.comparing(SearchesRow::promptId)
                    .thenComparing(SearchesRow::rolloutIndex))
            .toList();
    return new BesideRollouts<>(Table.SEARCHES, rows::iterator);
  }

  /** The trees of rollouts that were drawn; nothing where their searches build none. */
  Optional<BesideRollouts<SearchNodesRow>> nodes(List<RolloutRow> drawn) {
    List<ShardNodes.Tree> trees =
        drawn.stream()
            .map(
                row ->
                    new ShardNodes.Tree(
                        row.promptId(),
                        row.rolloutIndex(),
                        reports.get(new Key(row.promptId(), row.rolloutIndex())).nodes()))
            .filter(tree -> !tree.nodes().isEmpty())
            .sorted(
                Comparator.comparing(ShardNodes.Tree::promptId)
                    .thenComparing(ShardNodes.Tree::rolloutIndex))
            .toList();
    return trees.isEmpty()
        ? Optional.empty()
        : Optional.of(new BesideRollouts<>(Table.SEARCH_NODES, new ShardNodes(shard, trees)::rows));
  }

  private SearchesRow row(SearchSampler sampler, Key key) {
    return SearchRows.row(
        shard.partition().model(),
        new RolloutKey(
            shard.partition().generation(),
            shard.partition().task(),
            key.promptId(),
            key.rolloutIndex()),
        sampler,
        shard.sampling().maxTokens(),
        reports.get(key));
  }
}
