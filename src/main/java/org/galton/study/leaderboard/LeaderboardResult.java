package org.galton.study.leaderboard;

import java.util.List;
import org.galton.job.run.RunWriter;
import org.galton.study.leaderboard.row.AgentUnionRow;
import org.galton.study.leaderboard.row.EffortPairRow;
import org.galton.study.leaderboard.row.EffortSignsRow;
import org.galton.study.leaderboard.row.LeaderboardRow;
import org.galton.study.leaderboard.row.LeaderboardTables;

/**
 * Agents by success and cost.
 *
 * @param warnings what a reader must keep in mind
 */
record LeaderboardResult(
    List<LeaderboardRow> rows,
    List<AgentUnionRow> unions,
    List<EffortPairRow> pairs,
    List<EffortSignsRow> signs,
    List<String> warnings) {

  void write(RunWriter run) {
    run.publish(LeaderboardTables.LEADERBOARD, rows);
    run.publish(LeaderboardTables.UNIONS, unions);
    run.publish(LeaderboardTables.EFFORT_PAIRS, pairs);
    run.publish(LeaderboardTables.EFFORT_SIGNS, signs);
  }
}
