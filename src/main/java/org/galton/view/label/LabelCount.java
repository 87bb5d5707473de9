package org.galton.view.label;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.galton.report.RunFacts;
import org.galton.report.VisibleText;
import org.galton.view.engine.BoundSql;
import org.galton.view.row.RowLink;
import org.galton.view.row.ShownValue;

/** How much a person has labelled. */
record LabelCount(
    String by,
    String labelled,
    String right,
    String wrong,
    String doubtful,
    String none,
    String last) {
  static final BoundSql SQL =
      BoundSql.of(
          "SELECT labelled_by, count(label) AS labelled,"
              + " count(*) FILTER (label = 'right') AS is_right,"
              + " count(*) FILTER (label = 'wrong') AS is_wrong,"
              + " count(*) FILTER (label = 'doubtful') AS is_doubtful,"
              + " count(*) FILTER (label IS NULL) AS has_none,"
              + " max(labelled_at) AS last_at"
              + " FROM labels GROUP BY labelled_by ORDER BY labelled_by");

  static LabelCount of(ResultSet row) throws SQLException {
    return new LabelCount(
        row.getString("labelled_by"),
        ShownValue.count(row, "labelled"),
        ShownValue.count(row, "is_right"),
        ShownValue.count(row, "is_wrong"),
        ShownValue.count(row, "is_doubtful"),
        ShownValue.count(row, "has_none"),
        RunFacts.minute(row.getObject("last_at", OffsetDateTime.class).toInstant()));
  }

  public String shownBy() {
    return VisibleText.line(by, 120);
  }

  /** Of the list of rollouts with this label by this person. */
  public String rollouts(String label) {
    return RowLink.to("label", label, "labelled_by", by);
  }
}
