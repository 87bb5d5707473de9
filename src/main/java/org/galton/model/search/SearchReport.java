package org.galton.model.search;

import java.util.List;
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
 */
public record SearchReport(
    SearchEnd.Kind end,
    SearchCounts counts,
    long drawnTokens,
    long verifierCalls,
    double verdictSeconds,
    PartialValue.Cost valueCost,
    List<ReportedNode> nodes) {
  /** Of values and verdicts together. */
  public double verifierSeconds() {
    return verdictSeconds + valueCost.seconds();
  }
}
