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
 * @param nodes of its tree, in the order in which they were made; none where it builds none
 * @param adaptive which ways its answers were drawn; nothing of other samplers
 */
public record SearchReport(
    SearchEnd.Kind end,
    SearchCounts counts,
    long drawnTokens,
    long verifierCalls,
    List<ReportedNode> nodes,
    Optional<AdaptiveCounts> adaptive) {

  /** Of a search from block to block. */
  public SearchReport(
      SearchEnd.Kind end,
      SearchCounts counts,
      long drawnTokens,
      long verifierCalls,
      List<ReportedNode> nodes) {
    this(end, counts, drawnTokens, verifierCalls, nodes, Optional.empty());
  }
}
