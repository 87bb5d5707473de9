package org.galton.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tables of two output folders, row for row, as another engine reads them. */
record TwoOutputs(Path one, Path other) {
  /** By table: the columns that name the run, say which run drew, or measure time. */
  private static final Map<String, String> OF_ONE_RUN = new LinkedHashMap<>();

  static {
    OF_ONE_RUN.put("prompts", "");
    OF_ONE_RUN.put("rollouts", "seconds");
    OF_ONE_RUN.put("scores", "");
    OF_ONE_RUN.put("prompt_statistics", "run_id");
    OF_ONE_RUN.put("metrics", "run_id");
    OF_ONE_RUN.put("books", "run_id, generated, reused, tokens, device_seconds");
  }

  /** By table: how many rows only one of them has, copies counted. */
  Map<String, Long> differences() throws SQLException {
    Map<String, Long> differences = new LinkedHashMap<>();
    for (String table : OF_ONE_RUN.keySet()) {
      differences.put(
          table,
          number(
              "SELECT (SELECT count(*) FROM (%1$s EXCEPT ALL %2$s)) + (SELECT count(*) FROM (%2$s EXCEPT ALL %1$s))"
                  .formatted(rows(one, table), rows(other, table))));
    }
    return differences;
  }

  /** Rows of each table of the first folder. */
  Map<String, Long> rows() throws SQLException {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table : OF_ONE_RUN.keySet()) {
      rows.put(table, number("SELECT count(*) FROM (" + rows(one, table) + ")"));
    }
    return rows;
  }

  private static String rows(Path output, String table) {
    String left = OF_ONE_RUN.get(table);
    return "(SELECT *%s FROM read_parquet('%s/%s/**/*.parquet', hive_partitioning = false))"
        .formatted(left.isEmpty() ? "" : " EXCLUDE (" + left + ")", output, table);
  }

  private static long number(String query) throws SQLException {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
