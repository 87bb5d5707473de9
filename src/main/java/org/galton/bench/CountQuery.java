package org.galton.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A query of DuckDB over a file of rollouts, in a fresh database with a thread per processor. What
 * it counts is summed in the database: no time goes into fetching rows.
 */
enum CountQuery {
  /** n and c of every prompt, and no more. */
  BARE(
      """
      SELECT sum(n), avg(c / n)
      FROM (SELECT prompt, count(*) AS n, count(*) FILTER (WHERE correct) AS c
            FROM read_parquet('%1$s') GROUP BY prompt)
      """),

  /**
   * Also the votes of every prompt for every answer, right and wrong: what all figures but
   * best_of@k and those of tokens are computed from.
   */
  COUNTS(
      """
      SELECT sum(n), avg(c / n), max(votes), max(answers)
      FROM (SELECT prompt, count(*) AS n, count(*) FILTER (WHERE correct) AS c
            FROM read_parquet('%1$s') GROUP BY prompt),
           (SELECT sum(v * v) AS votes, count(*) AS answers
            FROM (SELECT prompt, answer, correct, count(*) AS v
                  FROM read_parquet('%1$s') GROUP BY prompt, answer, correct))
      """);

  private final String sql;

  CountQuery(String sql) {
    this.sql = sql;
  }

  /**
   * @param seconds of the query
   * @param rollouts sum of n
   * @param solveRate mean of c/n
   */
  record Answer(double seconds, long rollouts, double solveRate) {}

  Answer of(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
      Stopwatch watch = new Stopwatch();
      try (ResultSet counted =
          statement.executeQuery(sql.formatted(file.toString().replace("'", "''")))) {
        counted.next();
        return new Answer(watch.seconds(), counted.getLong(1), counted.getDouble(2));
      }
    }
  }
}
