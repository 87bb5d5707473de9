package org.galton.study.leaderboard.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of leaderboards. */
public final class LeaderboardTables {
  public static final Table<LeaderboardRow> LEADERBOARD =
      new Table<>("leaderboard", LeaderboardRow.class);
  public static final Table<AgentUnionRow> UNIONS =
      new Table<>("agent_unions", AgentUnionRow.class);
  public static final Table<EffortPairRow> EFFORT_PAIRS =
      new Table<>("effort_pairs", EffortPairRow.class);
  public static final Table<EffortSignsRow> EFFORT_SIGNS =
      new Table<>("effort_signs", EffortSignsRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(LEADERBOARD, UNIONS, EFFORT_PAIRS, EFFORT_SIGNS);

  private LeaderboardTables() {}
}
