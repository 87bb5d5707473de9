package org.galton.search;

/**
 * Which ways the answers of a rollout were drawn: one answer, or one for each step of a walk.
 *
 * @param explored answers drawn plainly
 * @param converged answers put to the vote
 * @param undecided of these votes that accepted nothing
 * @param spreads sum over all answers of the spread of their pilots; 0 without pilots
 * @param votes sum over votes of the votes that the most frequent answer had
 * @param pilotTokens tokens of pilots that are counted with this rollout
 */
public record AdaptiveCounts(
    long explored, long converged, long undecided, double spreads, long votes, long pilotTokens) {

  public AdaptiveCounts plus(AdaptiveCounts other) {
    return new AdaptiveCounts(
        explored + other.explored,
        converged + other.converged,
        undecided + other.undecided,
        spreads + other.spreads,
        votes + other.votes,
        pilotTokens + other.pilotTokens);
  }

  /** All answers. */
  public long answers() {
    return explored + converged;
  }
}
