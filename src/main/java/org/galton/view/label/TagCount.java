package org.galton.view.label;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.galton.report.VisibleText;
import org.galton.view.engine.BoundSql;
import org.galton.view.row.RowLink;
import org.galton.view.row.ShownValue;

/** How many rollouts have a tag. */
record TagCount(String tag, String rollouts) {
  private static final int MOST = 100;

  /** The most frequent first. */
  static final BoundSql SQL =
      BoundSql.of(
          "SELECT tag, count(DISTINCT (model, task, generation, prompt_id, rollout_index)) AS n"
              + " FROM (SELECT *, unnest(tags) AS tag FROM labels)"
              + " GROUP BY tag ORDER BY n DESC, tag LIMIT "
              + MOST);

  static TagCount of(ResultSet row) throws SQLException {
    return new TagCount(row.getString("tag"), ShownValue.count(row, "n"));
  }

  public String shown() {
    return VisibleText.line(tag, 120);
  }

  /** Of the list of these rollouts. */
  public String query() {
    return RowLink.to("tag", tag);
  }
}
