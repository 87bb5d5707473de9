package org.galton.study.leaderboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.console.RowJson;
import org.galton.console.TextTable;
import org.galton.study.leaderboard.view.AgentColumns;
import org.galton.study.leaderboard.view.EffortColumns;

/** Agents for the terminal, and as one JSON document. */
final class LeaderboardText {
  private LeaderboardText() {}

  static String of(LeaderboardResult result) {
    StringBuilder text = new StringBuilder();
    text.append(TextTable.of(AgentColumns.costs(result.rows()), result.rows(), "-"))
        .append('\n')
        .append(TextTable.of(AgentColumns.rollouts(result.rows()), result.rows(), "-"));
    if (!result.unions().isEmpty()) {
      text.append('\n')
          .append(TextTable.of(AgentColumns.unions(result.unions()), result.unions(), "-"));
    }
    if (!result.pairs().isEmpty()) {
      text.append('\n').append(TextTable.of(EffortColumns.PAIRS, result.pairs(), "-"));
    }
    result.signs().forEach(signs -> text.append(EffortColumns.sentence(signs)).append('\n'));
    return text.toString();
  }

  static ObjectNode json(LeaderboardResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    RowJson.add(root.putArray("agents"), AgentColumns.JSON, result.rows());
    RowJson.add(root.putArray("unions"), AgentColumns.UNIONS, result.unions());
    RowJson.add(root.putArray("effort_pairs"), EffortColumns.PAIRS, result.pairs());
    RowJson.add(root.putArray("effort_signs"), EffortColumns.SIGNS, result.signs());
    result.warnings().forEach(root.putArray("warnings")::add);
    return root;
  }
}
