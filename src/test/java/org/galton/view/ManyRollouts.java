package org.galton.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Writes an output folder of many rollouts of four models on one task, 256 a prompt, as a merge
 * leaves them: sorted by prompt, a file for each 250,000, in row groups of few megabytes. The same
 * rows for the same number. A completion has 60 words of about 500 characters; one in ten is right.
 */
final class ManyRollouts {
  static final int MODELS = 4;

  private static final int PER_PROMPT = 256;
  private static final int PER_FILE = 250_000;

  private static final String KEYS =
      """
      CREATE OR REPLACE TEMPORARY TABLE keys AS
      SELECT prompt_id, i::INT AS rollout_index, (p * %1$d + i) * %2$d + %3$d AS k
      FROM (SELECT p, md5(p::VARCHAR) AS prompt_id FROM range(%4$d) r(p)
            ORDER BY prompt_id LIMIT %5$d OFFSET %6$d), range(%1$d) q(i)
      ORDER BY prompt_id, i
      """;

  private static final String ROLLOUTS =
      """
      SELECT 'm%1$d' AS model, 'math' AS task, 'g%1$d' AS generation, prompt_id, rollout_index,
        CASE WHEN k %% 50 = 0 THEN 'truncated' ELSE 'complete' END AS status,
        array_to_string(list_transform(range(60), lambda x: (['the', 'sum', 'of', 'so', 'we', 'have',
          'then', 'prime', 'number', 'divides', 'because', 'hence', 'x', '=', '+', 'mod',
          'therefore', 'let', 'step', 'answer'])[1 + (hash(k * 61 + x) %% 20)::INT]
          || ' ' || (hash(k * 67 + x) %% 1000)), ' ') || ' answer ' || (hash(k) %% 10) AS completion,
        20::INT AS prompt_tokens, (80 + hash(k * 3) %% 200)::INT AS completion_tokens,
        -((hash(k * 5) %% 100000) / 1000.0)::DOUBLE AS logprob_sum,
        ((hash(k * 7) %% 1000) / 1000.0)::DOUBLE AS entropy_mean,
        'cpu' AS device, 1.5::DOUBLE AS seconds, 1::INT AS attempt, NULL::VARCHAR AS error
      FROM keys""";

  private static final String SCORES =
      """
      SELECT 'm%1$d' AS model, 'math' AS task, 'g%1$d' AS generation, 'math' AS scorer, prompt_id,
        rollout_index, 'scored' AS status, (hash(k) %% 10)::VARCHAR AS answer,
        hash(k) %% 10 = 3 AS correct, false AS abstained,
        (hash(k) %% 10 = 3)::INT::DOUBLE AS reward, NULL::VARCHAR AS error
      FROM keys""";

  private ManyRollouts() {}

  static void write(int rollouts, Path folder) throws IOException, SQLException {
    int prompts = rollouts / MODELS / PER_PROMPT;
    int files = Math.max(1, prompts * PER_PROMPT / PER_FILE);
    int part = (prompts + files - 1) / files;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (int model = 0; model < MODELS; model++) {
        String cell = "model=m%d/task=math/generation=g%d".formatted(model, model);
        Path drawn = Files.createDirectories(folder.resolve("rollouts").resolve(cell));
        Path judged =
            Files.createDirectories(folder.resolve("scores").resolve(cell).resolve("scorer=math"));
        for (int file = 0; file < files; file++) {
          String name = "merged-0001-%03d-of-%03d.parquet".formatted(file + 1, files);
          statement.execute(KEYS.formatted(PER_PROMPT, MODELS, model, prompts, part, file * part));
          copy(statement, ROLLOUTS.formatted(model), drawn.resolve(name));
          copy(statement, SCORES.formatted(model), judged.resolve(name));
        }
      }
    }
  }

  private static void copy(Statement statement, String rows, Path file) throws SQLException {
    statement.execute(
        "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 8192)"
            .formatted(rows, file));
  }
}
