package org.galton.view.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.galton.report.VisibleText;
import org.galton.view.engine.BoundSql;
import org.galton.view.row.ShownValue;

/** A row of the table of gates, with every digit of its figures. */
record GateLine(
    String gate,
    String subject,
    String figure,
    String low,
    String high,
    String threshold,
    String confidence,
    boolean missed) {

  /** Those that are missed first. */
  static BoundSql of(String runId) {
    return BoundSql.of(
        "SELECT * FROM gates WHERE run_id = ?\nORDER BY missed DESC, gate, subject", runId);
  }

  static GateLine of(ResultSet row) throws SQLException {
    return new GateLine(
        VisibleText.line(row.getString("gate"), 200),
        VisibleText.line(row.getString("subject"), 300),
        ShownValue.exact(row, "figure"),
        ShownValue.exact(row, "figure_low"),
        ShownValue.exact(row, "figure_high"),
        ShownValue.exact(row, "threshold"),
        ShownValue.exact(row, "confidence"),
        row.getBoolean("missed"));
  }
}
