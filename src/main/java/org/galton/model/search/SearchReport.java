package org.galton.model.search;

import java.util.List;
import java.util.Optional;
import org.galton.search.AdaptiveCounts;
import org.galton.search.SearchCounts;
import org.galton.search.SearchEnd;

/**
 * What a rollout's search has done.
 *
 * @param end what its completion is
 * @param drawnTokens tokens of all blocks, those of the completion included
 * @param verifierCalls values of partial completions and verdicts on whole ones
 * @param verdictSeconds that verdicts took, those on blocks that were not needed included
 * @param valueCost what all values of partial completions cost that were asked for
 * @param nodes of its tree, in the order in which they were made; none where it builds none
 * @param adaptive which ways its answers were drawn; nothing of other samplers
 */
public record SearchReport(
    SearchEnd.Kind end,
    SearchCounts counts,
    long drawnTokens,
    long verifierCalls,
    double verdictSeconds,
    PartialValue.Cost valueCost,
    List<ReportedNode> nodes,
    Optional<AdaptiveCounts> adaptive) {

  /** Of answers drawn one way or the other, which asks no verifier. */
  public SearchReport(
      SearchEnd.Kind end, SearchCounts counts, long drawnTokens, AdaptiveCounts adaptive) {
    this(
        end,
        counts,
        drawnTokens,
        0,
        0,
        PartialValue.Cost.NOTHING,
        List.of(),
        Optional.of(adaptive));
  }

  /** Of values and verdicts together. */
  public double verifierSeconds() {
    return verdictSeconds + valueCost.seconds();
  }
}
