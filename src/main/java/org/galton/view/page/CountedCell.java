package org.galton.view.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;
import org.galton.view.row.RowLink;
import org.galton.view.row.ShownValue;

/** A cell as a run counted it: its books and its pass rate. */
record CountedCell(
    String runId,
    String model,
    String task,
    String sampling,
    String generation,
    String scorer,
    String requested,
    String scored,
    String unscored,
    String failed,
    String passRate,
    String low,
    String high,
    String truncated) {
  private static final String SELECT =
      """
      SELECT b.*, p.value AS pass, p.ci_low, p.ci_high, t.value AS truncation
      FROM books b
      LEFT JOIN metrics p ON p.run_id = b.run_id AND p.model = b.model AND p.task = b.task
        AND p.generation = b.generation AND p.scorer = b.scorer AND p.metric = 'pass@k' AND p.k = 1
      LEFT JOIN metrics t ON t.run_id = b.run_id AND t.model = b.model AND t.task = b.task
        AND t.generation = b.generation AND t.scorer = b.scorer AND t.metric = 'truncation_rate'
      WHERE""";

  /** Those of a run; without one each cell as its latest run has it. */
  static List<CountedCell> of(Snapshot tables, Optional<String> runId) throws SQLException {
    return tables.rows(rows(runId), CountedCell::of);
  }

  static BoundSql rows(Optional<String> runId) {
    BoundSql which =
        runId
            .map(id -> BoundSql.of("b.run_id = ?", id))
            .orElseGet(
                () ->
                    BoundSql.of(
                        "b.run_id = (SELECT max(o.run_id) FROM books o WHERE o.model = b.model"
                            + " AND o.task = b.task AND o.generation = b.generation"
                            + " AND o.scorer = b.scorer)"));
    return BoundSql.of(SELECT).then(which).then("\nORDER BY b.task, b.model, b.sampling, b.scorer");
  }

  private static CountedCell of(ResultSet row) throws SQLException {
    return new CountedCell(
        row.getString("run_id"),
        row.getString("model"),
        row.getString("task"),
        row.getString("sampling"),
        row.getString("generation"),
        row.getString("scorer"),
        ShownValue.count(row, "requested"),
        ShownValue.count(row, "scored"),
        ShownValue.count(row, "unscored"),
        ShownValue.count(row, "failed"),
        ShownValue.exact(row, "pass"),
        ShownValue.text(row, "ci_low", CountedCell::rounded),
        ShownValue.text(row, "ci_high", CountedCell::rounded),
        ShownValue.text(row, "truncation", CountedCell::rounded));
  }

  private static String rounded(double value) {
    return Figures.format("%.4f", value);
  }

  public String shownModel() {
    return VisibleText.line(model, 120);
  }

  public String shownTask() {
    return VisibleText.line(task, 120);
  }

  public String shownScorer() {
    return VisibleText.line(scorer, 120);
  }

  /** Of the pages about its rollouts and its prompts. */
  public String query() {
    return RowLink.to("model", model, "task", task, "generation", generation);
  }

  /** Of the page about its run. */
  public String run() {
    return RowLink.to("run_id", runId);
  }
}
