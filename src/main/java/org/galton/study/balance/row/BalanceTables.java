package org.galton.study.balance.row;

import java.util.List;
import org.galton.table.Table;

/** Tables of the landscapes that agents walk in. */
public final class BalanceTables {
  public static final Table<TransitionRow> TRANSITIONS =
      new Table<>("transitions", TransitionRow.class);
  public static final Table<LandscapeRow> LANDSCAPES =
      new Table<>("landscapes", LandscapeRow.class);
  public static final Table<PotentialRow> POTENTIALS =
      new Table<>("potentials", PotentialRow.class);
  public static final Table<BalanceTestRow> TESTS =
      new Table<>("balance_tests", BalanceTestRow.class);
  public static final Table<BalanceCycleRow> CYCLES =
      new Table<>("balance_cycles", BalanceCycleRow.class);
  public static final Table<BalanceBoundRow> BOUNDS =
      new Table<>("balance_bounds", BalanceBoundRow.class);
  public static final Table<VoteSweepRow> VOTES = new Table<>("vote_sweeps", VoteSweepRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL =
      List.of(TRANSITIONS, LANDSCAPES, POTENTIALS, TESTS, CYCLES, BOUNDS, VOTES);

  private BalanceTables() {}
}
