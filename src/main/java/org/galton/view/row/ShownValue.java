package org.galton.view.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.DoubleFunction;
import org.galton.report.Figures;
import org.galton.report.VisibleText;

/** Values of a row as a page shows them; a dash where there is none. */
public final class ShownValue {
  private static final String MISSING = "–";

  private ShownValue() {}

  /** Null where there is none. */
  public static Double number(ResultSet row, String column) throws SQLException {
    return row.getObject(column) instanceof Number number ? number.doubleValue() : null;
  }

  public static String count(ResultSet row, String column) throws SQLException {
    return row.getObject(column) instanceof Number number
        ? Figures.count(number.longValue())
        : MISSING;
  }

  public static String text(ResultSet row, String column, DoubleFunction<String> format)
      throws SQLException {
    Double value = number(row, column);
    return value == null ? MISSING : format.apply(value);
  }

  /** The beginning of a prompt's id, which is enough to know it again. */
  public static String shortId(String promptId) {
    return VisibleText.line(promptId.substring(0, Math.min(8, promptId.length())), 8);
  }

  /** With all digits that tell it from its neighbours. */
  public static String exact(ResultSet row, String column) throws SQLException {
    return text(row, column, Double::toString);
  }
}
