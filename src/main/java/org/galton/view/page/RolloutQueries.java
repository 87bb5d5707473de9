package org.galton.view.page;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;

/** Finds rollouts and the verdicts on them. */
final class RolloutQueries {
  private final Snapshot tables;
  private final RolloutFilter filter;

  RolloutQueries(Snapshot tables, RolloutFilter filter) {
    this.tables = tables;
    this.filter = filter;
  }

  /**
   * The next ones in the filter's order.
   *
   * @param after the place behind which they stand; empty for the first ones
   */
  List<RolloutLine> lines(Optional<RowPlace> after, int most) throws SQLException {
    List<BoundSql> conditions = new ArrayList<>(filter.conditions());
    after.map(filter.order().keyset()::after).ifPresent(conditions::add);
    List<RolloutLine> lines =
        tables.rows(
            select(RolloutLine.COLUMNS, conditions, filter.order().keyset().forward(), most),
            RolloutLine::of);
    Map<RolloutAddress, List<ShownVerdict>> verdicts = verdicts(lines);
    return lines.stream()
        .map(line -> line.with(verdicts.getOrDefault(line.address(), List.of())))
        .toList();
  }

  Optional<RolloutAddress> next(RowPlace place) throws SQLException {
    return beside(filter.order().keyset().after(place), filter.order().keyset().forward());
  }

  Optional<RolloutAddress> previous(RowPlace place) throws SQLException {
    return beside(filter.order().keyset().before(place), filter.order().keyset().backward());
  }

  private Optional<RolloutAddress> beside(BoundSql side, String order) throws SQLException {
    List<BoundSql> conditions = new ArrayList<>(filter.conditions());
    conditions.add(side);
    return tables
        .rows(select(String.join(", ", RolloutAddress.COLUMNS), conditions, order, 1), RolloutAddress::of)
        .stream()
        .findFirst();
  }

  private BoundSql select(String columns, List<BoundSql> conditions, String order, int most) {
    return BoundSql.of(
            "SELECT %s, %s AS figure FROM rollouts r WHERE"
                .formatted(columns, filter.order().keyset().figure()))
        .then(BoundSql.all(conditions))
        .then("ORDER BY %s LIMIT %d".formatted(order, most));
  }

  /** Looked up by their prompts: files are sorted by them, and most of each is passed over. */
  private Map<RolloutAddress, List<ShownVerdict>> verdicts(List<RolloutLine> lines)
      throws SQLException {
    Map<RolloutAddress, List<ShownVerdict>> found = new HashMap<>();
    List<Object> prompts =
        new ArrayList<>(lines.stream().map(RolloutLine::prompt).distinct().toList());
    if (prompts.isEmpty()) {
      return found;
    }
    List<Object> numbers =
        new ArrayList<>(lines.stream().map(RolloutLine::number).distinct().toList());
    BoundSql sql =
        new BoundSql("SELECT * FROM scores s WHERE prompt_id IN " + BoundSql.marks(prompts), prompts)
            .then(new BoundSql("AND rollout_index IN " + BoundSql.marks(numbers), numbers));
    Optional<String> scorer = filter.parameters().find("scorer");
    if (scorer.isPresent()) {
      sql = sql.then("AND scorer = ?", scorer.get());
    }
    tables.rows(
        sql.then("ORDER BY scorer"),
        row ->
            found
                .computeIfAbsent(RolloutAddress.of(row), address -> new ArrayList<>())
                .add(ShownVerdict.of(row)));
    return found;
  }
}
