package org.galton.view.page;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;
import org.galton.view.row.Choices;
import org.galton.view.row.FigureLimit;
import org.galton.view.row.Keyset;
import org.galton.view.row.RowOrder;
import org.galton.view.row.RowPlace;
import org.galton.view.row.ViewPage;
import org.galton.view.web.Parameters;

/** Prompts in cells, as the latest finished run of each cell counted them. */
record PromptsPage(
    Parameters parameters, Choices choices, List<PromptLine> lines, Optional<String> more)
    implements ViewPage {
  private static final int LINES = 50;

  private static final List<String> COLUMNS = List.of("model", "task", "generation", "cluster");

  /** Rates of a budget's two stages are its own unbiased ones. */
  private static final String COUNTED =
      """
      WITH latest AS (
        SELECT model, task, generation, scorer, max(run_id) AS run_id FROM prompt_statistics
        WHERE run_id IN (SELECT run_id FROM runs) GROUP BY ALL
      ),
      counted AS (
        SELECT c.*, coalesce(c.success_rate, c.correct / nullif(c.n, 0)) AS rate,
          c.truncated / nullif(c.n, 0) AS truncation
        FROM prompt_statistics c JOIN latest USING (model, task, generation, scorer, run_id)
      )""";

  static PromptsPage of(Snapshot tables, Parameters parameters, Choices choices)
      throws SQLException {
    Keyset keyset = order(parameters);
    List<BoundSql> conditions = conditions(parameters);
    parameters
        .find("after")
        .flatMap(text -> RowPlace.parse(text, PromptLine.KEYS.size()))
        .map(keyset::after)
        .ifPresent(conditions::add);
    List<PromptLine> lines =
        tables.rows(
            BoundSql.of(
                    "%s, page AS (SELECT *, %s AS figure FROM counted c WHERE"
                        .formatted(COUNTED, keyset.figure()))
                .then(BoundSql.all(conditions))
                .then("ORDER BY %s LIMIT %d)".formatted(keyset.forward(), LINES + 1))
                .then(
                    "SELECT page.*, (SELECT any_value(substr(t.text, 1, 300)) FROM prompts t"
                        + " WHERE t.task = page.task AND t.prompt_id = page.prompt_id) AS text"
                        + " FROM page ORDER BY "
                        + keyset.forward()),
            PromptLine::of);
    boolean more = lines.size() > LINES;
    List<PromptLine> shown = more ? lines.subList(0, LINES) : lines;
    return new PromptsPage(
        parameters,
        choices,
        shown,
        more
            ? Optional.of(parameters.with("after", shown.get(LINES - 1).place().text()).query())
            : Optional.empty());
  }

  /** All of the list, with their texts. */
  static Optional<BoundSql> rows(Parameters parameters) {
    return Optional.of(
        BoundSql.of(
                COUNTED
                    + "\nSELECT c.*, (SELECT any_value(t.text) FROM prompts t"
                    + " WHERE t.task = c.task AND t.prompt_id = c.prompt_id) AS text"
                    + "\nFROM counted c\nWHERE")
            .then(BoundSql.all(conditions(parameters)))
            .then("\nORDER BY " + order(parameters).forward()));
  }

  private static Keyset order(Parameters parameters) {
    return RowOrder.of(PromptLine.ORDERS, parameters.text("sort")).keyset();
  }

  private static List<BoundSql> conditions(Parameters parameters) {
    List<BoundSql> conditions = new ArrayList<>();
    for (String column : COLUMNS) {
      parameters
          .find(column)
          .ifPresent(value -> conditions.add(BoundSql.of("c." + column + " = ?", value)));
    }
    FigureLimit.of(parameters, "min_rate", "100 * rate >= ?").ifPresent(conditions::add);
    FigureLimit.of(parameters, "max_rate", "100 * rate <= ?").ifPresent(conditions::add);
    FigureLimit.of(parameters, "min_entropy", "answer_entropy >= ?").ifPresent(conditions::add);
    FigureLimit.of(parameters, "min_truncation", "100 * truncation >= ?")
        .ifPresent(conditions::add);
    parameters
        .find("q")
        .ifPresent(
            text ->
                conditions.add(
                    BoundSql.of(
                        "EXISTS (SELECT 1 FROM prompts t WHERE t.task = c.task"
                            + " AND t.prompt_id = c.prompt_id AND contains(t.text, ?))",
                        text)));
    return conditions;
  }

  @Override
  public String title() {
    return "Prompts";
  }

  @Override
  public String template() {
    return "prompts.html";
  }

  public String next() {
    return more.orElse("");
  }

  public String given(String name) {
    return parameters.text(name);
  }

  public List<RowOrder> orders() {
    return PromptLine.ORDERS;
  }

  public boolean filtered() {
    return !parameters.without("sort", "after").values().isEmpty();
  }
}
