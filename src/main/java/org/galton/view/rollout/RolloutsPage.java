package org.galton.view.rollout;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;
import org.galton.view.label.LabelFilter;
import org.galton.view.row.Choices;
import org.galton.view.row.RolloutAddress;
import org.galton.view.row.RowOrder;
import org.galton.view.row.RowPlace;
import org.galton.view.row.ViewPage;
import org.galton.view.web.Parameters;

/** A list of rollouts, as far as one page goes. */
public record RolloutsPage(
    RolloutFilter filter, Choices choices, List<RolloutLine> lines, Optional<String> more)
    implements ViewPage {
  private static final int LINES = 50;

  public static RolloutsPage of(Snapshot tables, Parameters parameters, Choices choices)
      throws SQLException {
    RolloutFilter filter = RolloutFilter.of(parameters);
    Optional<RowPlace> after =
        parameters
            .find("after")
            .flatMap(text -> RowPlace.parse(text, RolloutAddress.COLUMNS.size()))
            .filter(place -> RolloutAddress.parse(RowPlace.json(place.key())).isPresent());
    List<RolloutLine> lines = new RolloutQueries(tables, filter).lines(after, LINES + 1);
    boolean more = lines.size() > LINES;
    List<RolloutLine> shown = more ? lines.subList(0, LINES) : lines;
    return new RolloutsPage(
        filter,
        choices,
        shown,
        more
            ? Optional.of(
                filter.parameters().with("after", shown.get(LINES - 1).place().text()).query())
            : Optional.empty());
  }

  /** All of the list, a row for each verdict on a rollout. */
  public static Optional<BoundSql> rows(Parameters parameters) {
    RolloutFilter filter = RolloutFilter.of(parameters);
    return Optional.of(
        BoundSql.of(
                "SELECT r.*, s.scorer, s.status AS verdict_status, s.answer, s.correct, s.abstained,"
                    + " s.reward\nFROM rollouts r LEFT JOIN")
            .then(verdicts(parameters))
            .then("s USING (%s)\nWHERE".formatted(String.join(", ", RolloutAddress.COLUMNS)))
            .then(BoundSql.all(filter.conditions()))
            .then("\nORDER BY " + filter.order().keyset().forward() + ", s.scorer"));
  }

  private static BoundSql verdicts(Parameters parameters) {
    return parameters
        .find("scorer")
        .map(scorer -> BoundSql.of("(SELECT * FROM scores WHERE scorer = ?)", scorer))
        .orElse(BoundSql.of("scores"));
  }

  @Override
  public String title() {
    return "Rollouts";
  }

  @Override
  public String template() {
    return "rollouts.html";
  }

  /** The address of a rollout that goes on in this list. */
  public String query(RolloutLine line) {
    return filter.parameters().with("key", line.key()).query();
  }

  public String next() {
    return more.orElse("");
  }

  public String given(String name) {
    return filter.parameters().text(name);
  }

  public Set<String> verdicts() {
    return RolloutFilter.VERDICTS.keySet();
  }

  public List<String> labels() {
    return LabelFilter.words();
  }

  public List<RowOrder> orders() {
    return RolloutFilter.ORDERS;
  }

  public boolean filtered() {
    return !filter.isEmpty();
  }
}
