package org.galton.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Writes scored rollouts as Parquet, as a user of DuckDB would: one file, prompt after prompt, the
 * writer's own settings. The same rows for the same number of prompts.
 *
 * <p>A prompt's solve rate is of law Beta(1/2, 1/2), sin^2(pi U/2): many prompts are nearly always
 * or nearly never solved. It has one right answer and 20 to 60 wrong ones, a few of them frequent.
 * One rollout in 25 of the wrong ones was cut off, and has no answer. All columns that {@code
 * galton stats} knows are there but {@code logprob_sum} and {@code model}: {@code answer} and
 * {@code rm_score} bring the figures that cost most, {@code cluster} (of 8 prompts) the errors that
 * do.
 */
final class ScoredRollouts {
  static final int PER_PROMPT = 400;

  private static final String UNIFORM =
      "CREATE MACRO uniform(place, stream) AS hash(place * 16 + stream) / 18446744073709551616.0";

  private static final String ROLLOUTS =
      """
      WITH prompts AS (
        SELECT i,
               format('math-{:06d}', i) AS prompt,
               pow(sin(pi() / 2 * uniform(i, 1)), 2) AS rate,
               20 + floor(41 * uniform(i, 2)) AS wrong_answers,
               floor(1000 * uniform(i, 3))::INT AS right_answer,
               'topic-' || (i // 8) AS cluster
        FROM range(%d) t(i)),
      drawn AS (
        SELECT *,
               uniform(i * 1000 + j, 4) < rate AS correct,
               uniform(i * 1000 + j, 5) < 0.04 AS cut_off,
               uniform(i * 1000 + j, 6) AS u,
               uniform(i * 1000 + j, 7) AS v
        FROM prompts, range(%d) s(j))
      SELECT prompt,
             j::INT AS sample,
             CASE WHEN correct THEN right_answer::VARCHAR
                  WHEN cut_off THEN ''
                  ELSE (right_answer + 1 + floor(wrong_answers * u * u * u))::INT::VARCHAR
             END AS answer,
             correct,
             round(v + 0.5 * correct::INT, 4)::DOUBLE AS rm_score,
             (100 - floor(800 * ln(1 - 0.999 * u)))::INT AS tokens,
             CASE WHEN cut_off AND NOT correct THEN 'length' ELSE 'stop' END AS finish,
             cluster
      FROM drawn
      ORDER BY i, j
      """;

  private ScoredRollouts() {}

  static void write(int prompts, Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(UNIFORM);
      statement.execute(
          "COPY (%s) TO '%s' (FORMAT parquet)"
              .formatted(ROLLOUTS.formatted(prompts, PER_PROMPT), file));
    }
  }
}
