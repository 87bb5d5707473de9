package org.galton.view.rollout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.galton.report.Figures;
import org.galton.report.OutlineNode;
import org.galton.report.VisibleText;
import org.galton.view.engine.BoundSql;
import org.galton.view.row.RolloutAddress;
import org.galton.view.row.ShownValue;

/** The nodes of the tree that a rollout's search built, as they are stored. */
final class StoredNodes {
  /** Nodes of one page; of a larger tree those made first. */
  static final int MOST = 2_000;

  private static final int LONGEST = 300;

  private StoredNodes() {}

  /** None where the rollout has no tree. */
  static BoundSql of(RolloutAddress address) {
    return BoundSql.of(
            "SELECT node, coalesce(parent, -1) AS parent, text, ending, entropy, expansion, backup,"
                + " q, visits, advantage, put_out FROM search_nodes WHERE")
        .then(address.matches())
        .then("ORDER BY node LIMIT " + MOST);
  }

  static OutlineNode node(ResultSet row) throws SQLException {
    String ending = row.getString("ending");
    return new OutlineNode(
        row.getInt("node"),
        row.getInt("parent"),
        VisibleText.line(row.getString("text"), LONGEST),
        ending == null ? "" : VisibleText.line(ending, 20),
        facts(row),
        row.getBoolean("put_out"));
  }

  private static String facts(ResultSet row) throws SQLException {
    List<String> facts = new ArrayList<>();
    facts.add("q " + decimal(row, "q"));
    facts.add("visits " + ShownValue.count(row, "visits"));
    if (row.getInt("node") > 0) {
      facts.add("entropy " + decimal(row, "entropy"));
    }
    if (row.getObject("advantage") != null) {
      facts.add("advantage " + decimal(row, "advantage"));
    }
    if (row.getObject("expansion") != null) {
      facts.add("expansion " + ShownValue.count(row, "expansion"));
    }
    if (row.getObject("backup") != null) {
      facts.add("backup " + ShownValue.count(row, "backup"));
    }
    return String.join(", ", facts);
  }

  private static String decimal(ResultSet row, String column) throws SQLException {
    return ShownValue.text(row, column, value -> Figures.format("%.3f", value));
  }
}
