package org.galton.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs statements, and takes rows of results. */
final class DuckDbRows {
  private static final int MOST_SECONDS = 120;

  private DuckDbRows() {}

  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Without rows where the statement has no result. */
  static Fetched of(Connection connection, String sql, long most) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(MOST_SECONDS);
      if (!statement.execute(sql)) {
        return new Fetched(List.of(), List.of());
      }
      try (ResultSet result = statement.getResultSet()) {
        ResultSetMetaData meta = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
          columns.add(meta.getColumnName(i));
        }
        List<List<Object>> rows = new ArrayList<>();
        while (rows.size() < most && result.next()) {
          List<Object> row = new ArrayList<>();
          for (int i = 1; i <= columns.size(); i++) {
            row.add(value(result.getObject(i)));
          }
          rows.add(row);
        }
        return new Fetched(columns, rows);
      }
    }
  }

  private static Object value(Object found) throws SQLException {
    if (found instanceof Array array) {
      List<Object> values = new ArrayList<>();
      for (Object one : (Object[]) array.getArray()) {
        values.add(value(one));
      }
      return values;
    }
    return found;
  }
}
