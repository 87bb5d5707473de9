package org.galton.view.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.galton.report.Figures;
import org.galton.report.RunFacts;
import org.galton.report.VisibleText;
import org.galton.view.engine.BoundSql;
import org.galton.view.row.RowLink;
import org.galton.view.row.ShownValue;

/** A run as a line of the list. */
record RunLine(
    String runId,
    String sweep,
    String started,
    String took,
    int exitCode,
    RunGates gates,
    String warnings,
    String requested,
    String failed,
    String tokens,
    String deviceTime) {
  private static final String SELECT =
      """
      SELECT r.run_id, r.sweep, r.started, r.finished, r.exit_code, r.warnings, r.spec,
        b.requested, b.failed, b.tokens, b.device_seconds,
        g.judged AS gates_judged, g.missed AS gates_missed
      FROM runs r LEFT JOIN (
        SELECT run_id, sum(requested)::BIGINT AS requested, sum(failed)::BIGINT AS failed,
          sum(tokens)::BIGINT AS tokens, sum(device_seconds) AS device_seconds
        FROM books GROUP BY run_id
      ) b ON b.run_id = r.run_id LEFT JOIN (
        SELECT run_id, count(*) AS judged, count(*) FILTER (missed) AS missed
        FROM gates GROUP BY run_id
      ) g ON g.run_id = r.run_id""";

  /** The latest first. */
  static BoundSql all() {
    return BoundSql.of(SELECT + "\nORDER BY r.run_id DESC");
  }

  static BoundSql of(String runId) {
    return BoundSql.of(SELECT + " WHERE r.run_id = ?", runId);
  }

  static RunLine of(ResultSet row) throws SQLException {
    Instant started = row.getObject("started", OffsetDateTime.class).toInstant();
    Instant finished = row.getObject("finished", OffsetDateTime.class).toInstant();
    String warnings = row.getString("warnings");
    return new RunLine(
        row.getString("run_id"),
        VisibleText.line(row.getString("sweep"), 120),
        RunFacts.minute(started),
        Figures.duration(Duration.between(started, finished)),
        row.getInt("exit_code"),
        RunGates.of(row.getString("spec"), row.getInt("gates_judged"), row.getInt("gates_missed")),
        warnings == null ? "" : VisibleText.of(warnings, 4_000),
        ShownValue.count(row, "requested"),
        ShownValue.count(row, "failed"),
        ShownValue.count(row, "tokens"),
        ShownValue.text(
            row,
            "device_seconds",
            seconds -> Figures.duration(Duration.ofMillis(Math.round(1000 * seconds)))));
  }

  public String result() {
    return switch (exitCode) {
      case 0 -> "complete";
      case 1 -> "failures, or a gate missed";
      case 3 -> "not finished";
      default -> "exit code " + exitCode;
    };
  }

  /** Of its page. */
  public String query() {
    return RowLink.to("run_id", runId);
  }
}
