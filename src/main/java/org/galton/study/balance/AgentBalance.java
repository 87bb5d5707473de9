package org.galton.study.balance;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.galton.balance.vote.VoteRule;
import org.galton.balance.vote.VoteSlope;
import org.galton.study.balance.row.BalanceBoundRow;
import org.galton.study.balance.row.BalanceCycleRow;
import org.galton.study.balance.row.BalanceTestRow;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.PotentialRow;

/**
 * What the moves of one agent show.
 *
 * @param landscapes of both kernels, then of each vote put on them
 * @param potentials in the same order, state by state
 * @param tests that which decides first
 * @param sizes of the tests on counts
 * @param cycles the largest affinities first, for their errors
 * @param bounds the largest first
 * @param componentEdges components from which moves lead to others, by their numbers
 * @param binomialPotential of the binomial model, by state; empty where nothing was counted
 * @param voteKernels moves of the kernel that each vote "M:n" makes
 */
public record AgentBalance(
    AgentKey key,
    List<LandscapeRow> landscapes,
    List<PotentialRow> potentials,
    List<BalanceTestRow> tests,
    Sizes sizes,
    List<BalanceCycleRow> cycles,
    List<BalanceBoundRow> bounds,
    List<List<Integer>> componentEdges,
    Map<String, Double> binomialPotential,
    Map<String, List<VotedMove>> voteKernels)
    implements Serializable {

  /**
   * How much the tests had to work with.
   *
   * @param exactSteps of each simulation of the exact test
   * @param twoWayPairs seen both ways
   * @param returnablePairs seen at least one way within a component
   */
  public record Sizes(int exactSteps, int twoWayPairs, int returnablePairs)
      implements Serializable {
    static final Sizes NONE = new Sizes(0, 0, 0);
  }

  /** Of walks whose every step was voted on, compared with walks that took no vote. */
  AgentBalance sampledBy(VoteRule vote, AgentBalance without) {
    List<LandscapeRow> rows =
        landscapes.stream()
            .map(row -> row.voteDraws() == null ? sampled(row, vote, without) : row)
            .toList();
    return new AgentBalance(
        key,
        rows,
        potentials,
        tests,
        sizes,
        cycles,
        bounds,
        componentEdges,
        binomialPotential,
        voteKernels);
  }

  private LandscapeRow sampled(LandscapeRow row, VoteRule vote, AgentBalance without) {
    LandscapeRow base =
        without.landscapes.stream()
            .filter(one -> one.voteDraws() == null && one.kernel().equals(row.kernel()))
            .findFirst()
            .orElseThrow();
    return row.sampledBy(
        vote.draws(),
        vote.accept(),
        VoteSlope.of(without.largest(base), largest(row)).stream()
            .boxed()
            .findFirst()
            .orElse(null));
  }

  /** Potential of the largest component, by state. */
  private Map<String, Double> largest(LandscapeRow landscape) {
    return potentials(landscape).stream()
        .filter(row -> row.potential() != null && row.component() == 0)
        .collect(Collectors.toMap(PotentialRow::state, PotentialRow::potential));
  }

  /** The states in a landscape. */
  public List<PotentialRow> potentials(LandscapeRow landscape) {
    return potentials.stream()
        .filter(
            row ->
                row.kernel().equals(landscape.kernel())
                    && Objects.equals(row.voteDraws(), landscape.voteDraws())
                    && Objects.equals(row.voteAccept(), landscape.voteAccept()))
        .toList();
  }
}
