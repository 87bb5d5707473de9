package org.galton.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.galton.sql.shared.NotShared;

/** Runs statements, and takes rows of results. */
final class DuckDbRows {
  private static final int MOST_SECONDS = 120;

  /** Of all texts of a result together: it is held in memory. */
  private static final long MOST_CHARACTERS = 32_000_000;

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
        long characters = 0;
        while (rows.size() < most && result.next()) {
          List<Object> row = new ArrayList<>();
          for (int i = 1; i <= columns.size(); i++) {
            Object value = value(result.getObject(i));
            row.add(value);
            characters += size(value);
          }
          if (characters > MOST_CHARACTERS) {
            throw new NotShared("its result is very large");
          }
          rows.add(row);
        }
        return new Fetched(columns, rows);
      }
    }
  }

  private static long size(Object value) {
    if (value instanceof String text) {
      return text.length();
    }
    return value instanceof List<?> values ? 16L * values.size() : 16;
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
