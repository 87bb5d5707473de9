package org.galton.view.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.galton.report.VisibleText;
import org.galton.view.row.ShownValue;

/** A row of the table of metrics, with every digit of its figures. */
record FigureLine(
    String model,
    String task,
    String sampling,
    String metric,
    String k,
    String value,
    String error,
    String low,
    String high,
    String prompts,
    String leftOut,
    String method) {
  static FigureLine of(ResultSet row) throws SQLException {
    return new FigureLine(
        VisibleText.line(row.getString("model"), 120),
        VisibleText.line(row.getString("task"), 120),
        row.getString("sampling"),
        row.getString("metric"),
        ShownValue.count(row, "k"),
        ShownValue.exact(row, "value"),
        ShownValue.exact(row, "standard_error"),
        ShownValue.exact(row, "ci_low"),
        ShownValue.exact(row, "ci_high"),
        ShownValue.count(row, "prompts"),
        ShownValue.count(row, "prompts_short"),
        row.getString("method"));
  }
}
