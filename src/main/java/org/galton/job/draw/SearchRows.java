package org.galton.job.draw;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.galton.model.search.ReportedNode;
import org.galton.model.search.SearchReport;
import org.galton.numerics.Optionals;
import org.galton.search.BacktrackingSampler;
import org.galton.search.SearchSampler;
import org.galton.search.SearchedNode;
import org.galton.table.SearchNodesRow;
import org.galton.table.SearchesRow;
import org.galton.table.store.RolloutKey;

/** Rows of tables {@code searches} and {@code search_nodes}. */
public final class SearchRows {
  private SearchRows() {}

  /**
   * What the search of a rollout has done.
   *
   * @param maxTokens of its completion
   */
  public static SearchesRow row(
      String model, RolloutKey key, SearchSampler sampler, int maxTokens, SearchReport report) {
    Optional<AdaptiveColumns> choices = AdaptiveColumns.of(sampler, report);
    return new SearchesRow(
        model,
        key.task(),
        key.generation(),
        key.promptId(),
        key.rolloutIndex(),
        sampler.settings(maxTokens),
        sampler.isBiased(),
        report.end().name().toLowerCase(Locale.ROOT),
        report.counts().steps(),
        report.counts().backtracks(),
        report.counts().restarts(),
        report.counts().deadEnds(),
        report.counts().blocks(),
        report.drawnTokens(),
        report.verifierCalls(),
        report.counts().leafVisits(),
        sampler instanceof BacktrackingSampler walk && !walk.isBiased()
            ? (Double) (report.counts().leafVisits() / (2.0 * walk.horizon(maxTokens)))
            : null,
        report.valueCost().tokens(),
        report.verifierSeconds(),
        report.valueCost().faults(),
        choices.map(AdaptiveColumns::pilot).orElse(null),
        choices.map(AdaptiveColumns::pilotTokens).orElse(null),
        choices.map(AdaptiveColumns::spread).orElse(null),
        choices.map(AdaptiveColumns::threshold).orElse(null),
        choices.map(AdaptiveColumns::choice).orElse(null),
        choices.map(AdaptiveColumns::votes).orElse(null),
        choices.map(AdaptiveColumns::explored).orElse(null),
        choices.map(AdaptiveColumns::undecided).orElse(null));
  }

  /**
   * A node of its tree.
   *
   * @param number of the node
   */
  public static SearchNodesRow row(
      String model, RolloutKey key, int number, ReportedNode reported) {
    SearchedNode<String> node = reported.node();
    return new SearchNodesRow(
        model,
        key.task(),
        key.generation(),
        key.promptId(),
        key.rolloutIndex(),
        number,
        orNull(node.parent()),
        node.depth(),
        node.state(),
        reported.tokenIds(),
        reported.entropy(),
        reported.logprobMean(),
        node.ending().isTerminal() ? node.ending().name().toLowerCase(Locale.ROOT) : null,
        orNull(node.expansion()),
        orNull(node.backup()),
        node.q(),
        node.visits(),
        Optionals.orNull(node.advantage()),
        node.putOut());
  }

  private static Integer orNull(OptionalInt value) {
    return value.isPresent() ? (Integer) value.getAsInt() : null;
  }
}
