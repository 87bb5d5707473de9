package org.galton.view.label;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.galton.statistics.agreement.VerdictPairs;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;

/**
 * How labels agree with scorers, and people with each other. A rollout counts where all who call it
 * right or wrong say the same; where they differ it is neither.
 */
final class LabelPairs {
  private static final String ROLLOUT = "model, task, generation, prompt_id, rollout_index";

  /** Counts of two verdicts, a the first. */
  private static final String COUNTS =
      "count(*) FILTER (a AND b) AS both_right, count(*) FILTER (a AND NOT b) AS first_only,"
          + " count(*) FILTER (NOT a AND b) AS second_only,"
          + " count(*) FILTER (NOT a AND NOT b) AS both_wrong";

  private static final String SAID =
      "(SELECT %s, bool_and(correct) AS every, bool_or(correct) AS one FROM labels"
              .formatted(ROLLOUT)
          + " WHERE correct IS NOT NULL GROUP BY ALL)";

  private LabelPairs() {}

  static List<HeldAgainst.Named<LabelledScorer>> scorers(Snapshot tables) throws SQLException {
    return HeldAgainst.each(
        tables.rows(
            BoundSql.of(
                "SELECT model, task, generation, scorer, prompt_id, "
                    + COUNTS
                    + (" FROM (SELECT p.every AS a, s.correct AS b, s.* FROM " + SAID)
                    + (" p JOIN scores s USING (" + ROLLOUT + ")")
                    + " WHERE p.every = p.one AND s.status <> 'unscored')"
                    + " GROUP BY ALL ORDER BY task, model, generation, scorer, prompt_id"),
            row -> new HeldAgainst.PromptPairs<>(LabelledScorer.of(row), pairs(row))));
  }

  static List<HeldAgainst.Named<TwoPeople>> people(Snapshot tables) throws SQLException {
    return HeldAgainst.each(
        tables.rows(
            BoundSql.of(
                "SELECT first, second, task, prompt_id, "
                    + COUNTS
                    + " FROM (SELECT x.labelled_by AS first, y.labelled_by AS second,"
                    + " x.correct AS a, y.correct AS b, x.task, x.prompt_id"
                    + (" FROM labels x JOIN labels y USING (" + ROLLOUT + ")")
                    + " WHERE x.labelled_by < y.labelled_by"
                    + " AND x.correct IS NOT NULL AND y.correct IS NOT NULL)"
                    + " GROUP BY ALL ORDER BY first, second, task, prompt_id"),
            row ->
                new HeldAgainst.PromptPairs<>(
                    new TwoPeople(row.getString("first"), row.getString("second")), pairs(row))));
  }

  /** Rollouts on which people differ. */
  static long differing(Snapshot tables) throws SQLException {
    return tables
        .rows(
            BoundSql.of("SELECT count(*) AS n FROM " + SAID + " WHERE every <> one"),
            row -> row.getLong("n"))
        .get(0);
  }

  private static VerdictPairs pairs(ResultSet row) throws SQLException {
    return new VerdictPairs(
        row.getLong("both_right"),
        row.getLong("first_only"),
        row.getLong("second_only"),
        row.getLong("both_wrong"));
  }
}
