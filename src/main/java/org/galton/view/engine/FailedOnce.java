package org.galton.view.engine;

import java.util.List;

/**
 * The table {@code rollouts} with one row a rollout. A rollout that failed and was tried again has
 * two until the sweep deletes the file of the first attempt: what was drawn counts, or else the
 * last attempt.
 */
final class FailedOnce {
  /** To be run once the files that count are listed. */
  static final List<String> FILES =
      List.of(
          "SET VARIABLE drawn_rollouts = list_filter(getvariable('rollouts'),"
              + " lambda file: NOT regexp_matches(file, '/failed-[^/]*$'))",
          "SET VARIABLE failed_rollouts = list_filter(getvariable('rollouts'),"
              + " lambda file: regexp_matches(file, '/failed-[^/]*$'))");

  /** How many files of both kinds there are. */
  static final BoundSql COUNT =
      BoundSql.of(
          "SELECT coalesce(len(getvariable('drawn_rollouts')), 0) AS drawn,"
              + " coalesce(len(getvariable('failed_rollouts')), 0) AS failed");

  private static final String KEYS = "model, task, generation, prompt_id, rollout_index";
  private static final String READ =
      "read_parquet(getvariable('%s'), union_by_name = true, hive_partitioning = false)";
  private static final String DRAWN = READ.formatted("drawn_rollouts");
  private static final String LAST_ATTEMPTS =
      "(SELECT * FROM %s QUALIFY row_number() OVER (PARTITION BY %s ORDER BY attempt DESC) = 1)"
          .formatted(READ.formatted("failed_rollouts"), KEYS);

  private FailedOnce() {}

  /** Where nothing is drawn yet. */
  static String alone() {
    return "SELECT * FROM " + LAST_ATTEMPTS;
  }

  static String besideDrawn() {
    return "SELECT * FROM %s UNION ALL BY NAME SELECT f.* FROM %s f ANTI JOIN %s USING (%s)"
        .formatted(DRAWN, LAST_ATTEMPTS, DRAWN, KEYS);
  }
}
