package org.galton.study.leaderboard;

import java.util.List;
import org.galton.study.Study;
import org.galton.study.leaderboard.row.LeaderboardTables;
import org.galton.table.Table;

/** Which agents are worth their cost. */
public final class LeaderboardStudy implements Study {
  @Override
  public Class<?> command() {
    return LeaderboardCommand.class;
  }

  @Override
  public List<Table<?>> tables() {
    return LeaderboardTables.ALL;
  }
}
