package org.galton.study.balance.view;

import java.util.List;
import org.galton.report.RowSource;
import org.galton.study.balance.row.BalanceBoundRow;
import org.galton.study.balance.row.BalanceCycleRow;
import org.galton.study.balance.row.BalanceTestRow;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.PotentialRow;
import org.galton.study.balance.row.TransitionRow;
import org.galton.study.balance.row.VoteSweepRow;

/**
 * What a run found about the landscapes of agents.
 *
 * @param potentials of the landscapes that are drawn
 * @param transitions of the agents that are drawn, added up over their rollouts
 * @param cycles some of each agent's, with those farthest from balance
 * @param bounds each agent's largest
 */
public record BalanceRows(
    List<LandscapeRow> landscapes,
    List<PotentialRow> potentials,
    List<TransitionRow> transitions,
    List<BalanceTestRow> tests,
    List<BalanceCycleRow> cycles,
    List<BalanceBoundRow> bounds,
    List<VoteSweepRow> votes) {
  public static final BalanceRows NONE =
      new BalanceRows(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public BalanceRows {
    landscapes = List.copyOf(landscapes);
    potentials = List.copyOf(potentials);
    transitions = List.copyOf(transitions);
    tests = List.copyOf(tests);
    cycles = List.copyOf(cycles);
    bounds = List.copyOf(bounds);
    votes = List.copyOf(votes);
  }

  /**
   * What a page shows of a run's tables, each read once. Holds the states and the distinct moves of
   * the agents drawn, and a bounded number of all other rows.
   */
  public static BalanceRows read(RowSource source) {
    return new BalanceReading(source).rows();
  }
}
