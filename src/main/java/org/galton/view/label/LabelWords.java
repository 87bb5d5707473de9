package org.galton.view.label;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galton.report.VisibleText;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;
import org.galton.view.row.RolloutAddress;

/** Labels as words of a line: one for each person. */
public final class LabelWords {
  private LabelWords() {}

  /**
   * @param among holds for the rows that are asked for, and may for others
   */
  public static Map<RolloutAddress, List<String>> of(Snapshot tables, BoundSql among)
      throws SQLException {
    Map<RolloutAddress, List<String>> words = new HashMap<>();
    tables.rows(
        BoundSql.of("SELECT * FROM labels WHERE label IS NOT NULL AND")
            .then(among)
            .then("ORDER BY labelled_by"),
        row ->
            words
                .computeIfAbsent(RolloutAddress.of(row), rollout -> new ArrayList<>())
                .add(VisibleText.line(row.getString("label"), 40)));
    return words;
  }
}
