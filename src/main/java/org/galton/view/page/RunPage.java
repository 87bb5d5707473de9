package org.galton.view.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.report.Fact;
import org.galton.report.VisibleText;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;
import org.galton.view.row.RowLink;
import org.galton.view.row.ViewPage;
import org.galton.view.web.Parameters;

/**
 * A run: what was asked for, its cells, and its figures.
 *
 * @param metrics names of all that it has
 * @param figures of the metric that was asked for, at most {@link #MOST}
 */
record RunPage(
    Parameters parameters,
    RunLine run,
    List<Fact> facts,
    List<GateLine> gates,
    String spec,
    List<CountedCell> cells,
    List<String> metrics,
    List<FigureLine> figures)
    implements ViewPage {
  private static final int MOST = 2_000;
  private static final int LONGEST_SPEC = 200_000;

  /** Nothing where there is no such run. */
  static Optional<RunPage> of(Snapshot tables, Parameters parameters) throws SQLException {
    String id = parameters.text("run_id");
    List<RunLine> runs = tables.rows(RunLine.of(id), RunLine::of);
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    List<String> metrics =
        tables.rows(
            BoundSql.of("SELECT DISTINCT metric FROM metrics WHERE run_id = ? ORDER BY metric", id),
            row -> row.getString(1));
    Parameters shown =
        parameters.find("metric").isPresent() || !metrics.contains("pass@k")
            ? parameters
            : parameters.with("metric", "pass@k");
    List<FigureLine> figures = tables.rows(figures(shown).then("LIMIT " + MOST), FigureLine::of);
    List<CountedCell> cells = CountedCell.of(tables, Optional.of(id));
    List<GateLine> gates = tables.rows(GateLine.of(id), GateLine::of);
    return tables
        .rows(
            BoundSql.of("SELECT * FROM runs WHERE run_id = ? LIMIT 1", id),
            row ->
                new RunPage(
                    shown,
                    runs.get(0),
                    facts(row),
                    gates,
                    VisibleText.of(row.getString("spec"), LONGEST_SPEC),
                    cells,
                    metrics,
                    figures))
        .stream()
        .findFirst();
  }

  /** The figures of the metric that was asked for; without one, all. */
  static Optional<BoundSql> rows(Parameters parameters) {
    return parameters.find("run_id").map(id -> figures(parameters));
  }

  private static BoundSql figures(Parameters parameters) {
    List<BoundSql> conditions = new ArrayList<>();
    for (String name : List.of("run_id", "metric", "model", "task")) {
      parameters
          .find(name)
          .filter(value -> !(name.equals("metric") && value.equals("all")))
          .ifPresent(value -> conditions.add(BoundSql.of(name + " = ?", value)));
    }
    return BoundSql.of("SELECT * FROM metrics\nWHERE")
        .then(BoundSql.all(conditions))
        .then("\nORDER BY task, metric, model, sampling, k");
  }

  private static List<Fact> facts(ResultSet row) throws SQLException {
    return List.of(
        new Fact("Galton", row.getString("galton_version")),
        new Fact("Spark", row.getString("spark_version")),
        new Fact("Java", row.getString("java_version")));
  }

  @Override
  public Parameters shown(Parameters asked) {
    return parameters;
  }

  @Override
  public String title() {
    return "Run of " + run.sweep();
  }

  @Override
  public String template() {
    return "run.html";
  }

  public String shownMetric() {
    return parameters.find("metric").filter(name -> !name.equals("all")).orElse("all metrics");
  }

  public String allFigures() {
    return RowLink.to("run_id", run.runId(), "metric", "all");
  }

  public String given(String name) {
    return parameters.text(name);
  }
}
