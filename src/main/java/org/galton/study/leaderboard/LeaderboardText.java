package org.galton.study.leaderboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.leaderboard.view.LeaderboardSection;

/** Agents for the terminal, and as one JSON document. */
final class LeaderboardText {
  private LeaderboardText() {}

  static String of(LeaderboardResult result) {
    String agents = TextTable.of(LeaderboardSection.AGENTS, result.rows(), "-").toString();
    return result.unions().isEmpty()
        ? agents
        : agents + "\n" + TextTable.of(LeaderboardSection.UNIONS, result.unions(), "-");
  }

  static ObjectNode json(LeaderboardResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    RowJson.add(root.putArray("agents"), LeaderboardSection.AGENTS, result.rows());
    RowJson.add(root.putArray("unions"), LeaderboardSection.UNIONS, result.unions());
    result.warnings().forEach(root.putArray("warnings")::add);
    return root;
  }
}
