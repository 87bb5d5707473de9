package org.galton.scale;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What DuckDB takes to count n and c of every prompt, its result fetched, in a fresh database with
 * a thread per processor.
 *
 * @param seconds of the query
 * @param rollouts sum of n
 * @param solveRate mean of c/n
 */
record CountQuery(double seconds, long rollouts, double solveRate) {

  static CountQuery of(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
      long began = System.nanoTime();
      long rollouts = 0;
      double rates = 0;
      int prompts = 0;
      try (ResultSet counts =
          statement.executeQuery(
              "SELECT prompt, count(*) AS n, count(*) FILTER (WHERE correct) AS c"
                  + " FROM read_parquet('"
                  + file
                  + "') GROUP BY prompt")) {
        while (counts.next()) {
          prompts++;
          rollouts += counts.getLong(2);
          rates += (double) counts.getLong(3) / counts.getLong(2);
        }
      }
      return new CountQuery((System.nanoTime() - began) / 1e9, rollouts, rates / prompts);
    }
  }
}
