package org.galton.view.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.DoubleFunction;
import org.galton.report.Figures;

/** Values of a row as a page shows them; a dash where there is none. */
final class ShownValue {
  private static final String MISSING = "–";

  private ShownValue() {}

  /** Null where there is none. */
  static Double number(ResultSet row, String column) throws SQLException {
    return row.getObject(column) instanceof Number number ? number.doubleValue() : null;
  }

  static String count(ResultSet row, String column) throws SQLException {
    return row.getObject(column) instanceof Number number
        ? Figures.count(number.longValue())
        : MISSING;
  }

  static String text(ResultSet row, String column, DoubleFunction<String> format)
      throws SQLException {
    Double value = number(row, column);
    return value == null ? MISSING : format.apply(value);
  }

  /** With all digits that tell it from its neighbours. */
  static String exact(ResultSet row, String column) throws SQLException {
    return text(row, column, Double::toString);
  }
}
