package org.galton.view.compare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;
import org.galton.view.rollout.ShownVerdict;
import org.galton.view.row.CellAddress;

/** A completion with its verdict, to be set beside another. */
public record DrawnText(int index, String completion, String verdict, String answer) {
  private static final int MOST = 1_000;

  /** Those of a cell on a prompt, in their order. */
  static List<DrawnText> of(Snapshot tables, CellAddress cell, String promptId)
      throws SQLException {
    return tables.rows(
        BoundSql.of(
            "SELECT r.rollout_index, coalesce(r.completion, r.error, '') AS completion,"
                + " s.status, s.correct, s.abstained, s.answer FROM (SELECT * FROM rollouts"
                + " WHERE model = ? AND task = ? AND generation = ? AND prompt_id = ?) r"
                + " LEFT JOIN (SELECT * FROM scores WHERE model = ? AND task = ?"
                + " AND generation = ? AND prompt_id = ? AND scorer = ?) s"
                + " ON s.rollout_index = r.rollout_index"
                + " ORDER BY r.rollout_index LIMIT "
                + MOST,
            cell.model(),
            cell.task(),
            cell.generation(),
            promptId,
            cell.model(),
            cell.task(),
            cell.generation(),
            promptId,
            cell.scorer()),
        DrawnText::of);
  }

  private static DrawnText of(ResultSet row) throws SQLException {
    return new DrawnText(
        row.getInt("rollout_index"),
        row.getString("completion"),
        ShownVerdict.word(row),
        row.getString("answer"));
  }
}
