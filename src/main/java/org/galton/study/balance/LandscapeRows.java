package org.galton.study.balance;

import static org.galton.numerics.Optionals.orNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.galton.balance.EstimatedKernel;
import org.galton.balance.TransitionCounts;
import org.galton.balance.bootstrap.PotentialInterval;
import org.galton.balance.potential.Landscape;
import org.galton.balance.potential.PairPlot;
import org.galton.balance.vote.VoteRule;
import org.galton.statistics.Interval;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.PotentialRow;

/**
 * Landscapes of one agent as rows.
 *
 * @param estimate empty where probabilities were given
 */
record LandscapeRows(
    String runId, AgentKey agent, BalanceRequest request, Optional<EstimatedKernel> estimate) {

  /**
   * @param slope of a vote's potential; empty without a vote
   */
  LandscapeRow landscape(
      Landscape found, Optional<VoteRule> vote, OptionalDouble slope, PairPlot pairs) {
    int kept = found.kernel().states().size();
    return new LandscapeRow(
        runId,
        agent.experiment(),
        agent.condition(),
        request.mode(),
        found.function().label(),
        vote.map(VoteRule::draws).orElse(null),
        vote.map(VoteRule::accept).orElse(null),
        kept + estimate.map(kernel -> kernel.dropped().size()).orElse(0),
        kept,
        found.components().size(),
        kept == 0 ? 0 : found.components().size(0),
        estimate.map(kernel -> attempts(kernel.given())).orElse(null),
        estimate.map(kernel -> moves(kernel.given())).orElse(null),
        found.kernel().moves(),
        estimate.map(EstimatedKernel::capped).orElse(0),
        found.kernel().acceptance(),
        found.action(),
        found.actionAtZero(),
        found.actionLowerBound(),
        found.actionExcess(),
        orNull(found.potentialSd()),
        null,
        null,
        orNull(slope),
        pairs.pairs(),
        orNull(pairs.r()),
        orNull(pairs.meanSquare()),
        orNull(pairs.weightedMeanSquare()),
        request.beta());
  }

  /** The kept states by name, then the dropped ones. */
  List<PotentialRow> potentials(
      Landscape found, Optional<VoteRule> vote, Map<String, PotentialInterval> intervals) {
    List<PotentialRow> rows = new ArrayList<>();
    long[] moves = estimate.map(kernel -> movesOut(kernel.given())).orElse(new long[0]);
    List<String> states = found.kernel().states();
    for (int state = 0; state < states.size(); state++) {
      rows.add(
          row(
              found,
              vote,
              states.get(state),
              found.solved(state) ? "solved" : "alone",
              found.components().of(state),
              estimate.isPresent() ? estimate.get().place(state) : -1,
              moves,
              orNull(found.potential(state)),
              Optional.ofNullable(intervals.get(states.get(state)))));
    }
    for (String state : estimate.map(EstimatedKernel::dropped).orElse(List.of())) {
      int place = Collections.binarySearch(estimate.orElseThrow().given().states(), state);
      rows.add(row(found, vote, state, "dropped", null, place, moves, null, Optional.empty()));
    }
    return rows;
  }

  private PotentialRow row(
      Landscape found,
      Optional<VoteRule> vote,
      String state,
      String status,
      Integer component,
      int place,
      long[] moves,
      Double potential,
      Optional<PotentialInterval> interval) {
    Long attempts = place < 0 ? null : (Long) estimate.orElseThrow().given().attempts(place);
    Long stays = place < 0 ? null : (Long) estimate.orElseThrow().given().stays(place);
    return new PotentialRow(
        runId,
        agent.experiment(),
        agent.condition(),
        request.mode(),
        found.function().label(),
        vote.map(VoteRule::draws).orElse(null),
        vote.map(VoteRule::accept).orElse(null),
        state,
        status,
        component,
        attempts,
        stays,
        place < 0 ? null : (Long) (attempts - stays - moves[place]),
        potential,
        interval.flatMap(PotentialInterval::interval).map(Interval::low).orElse(null),
        interval.flatMap(PotentialInterval::interval).map(Interval::high).orElse(null),
        interval.map(PotentialInterval::support).orElse(null));
  }

  private static long attempts(TransitionCounts counts) {
    return IntStream.range(0, counts.states().size()).mapToLong(counts::attempts).sum();
  }

  private static long moves(TransitionCounts counts) {
    return IntStream.range(0, counts.moves()).mapToLong(counts::count).sum();
  }

  private static long[] movesOut(TransitionCounts counts) {
    long[] moves = new long[counts.states().size()];
    for (int move = 0; move < counts.moves(); move++) {
      moves[counts.source(move)] += counts.count(move);
    }
    return moves;
  }
}
