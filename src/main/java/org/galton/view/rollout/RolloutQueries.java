package org.galton.view.rollout;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;
import org.galton.view.label.LabelWords;
import org.galton.view.row.RolloutAddress;
import org.galton.view.row.RowPlace;
import org.galton.view.row.ShownValue;

/** Finds rollouts and the verdicts on them. */
final class RolloutQueries {
  private final Snapshot tables;
  private final RolloutFilter filter;

  RolloutQueries(Snapshot tables, RolloutFilter filter) {
    this.tables = tables;
    this.filter = filter;
  }

  /**
   * The next ones in the filter's order. Their keys are found first: texts are read of those alone
   * that are shown.
   *
   * @param after the place behind which they stand; empty for the first ones
   */
  List<RolloutLine> lines(Optional<RowPlace> after, int most) throws SQLException {
    List<RowPlace> places = places(after, most);
    if (places.isEmpty()) {
      return List.of();
    }
    BoundSql among = among(places);
    Map<RolloutAddress, RolloutLine> drawn = new HashMap<>();
    tables.rows(
        BoundSql.of("SELECT %s FROM rollouts r WHERE".formatted(RolloutLine.COLUMNS)).then(among),
        row -> drawn.put(RolloutAddress.of(row), RolloutLine.of(row)));
    Map<RolloutAddress, List<ShownVerdict>> verdicts = verdicts(among);
    Map<RolloutAddress, List<String>> labels = LabelWords.of(tables, among);
    List<RolloutLine> lines = new ArrayList<>();
    for (RowPlace place : places) {
      RolloutAddress address = RolloutAddress.of(place);
      lines.add(
          drawn
              .get(address)
              .with(
                  place,
                  verdicts.getOrDefault(address, List.of()),
                  labels.getOrDefault(address, List.of())));
    }
    return lines;
  }

  private List<RowPlace> places(Optional<RowPlace> after, int most) throws SQLException {
    if (filter.isTextInOrderOfKeys()) {
      return new TextSearch(tables, filter).places(after, most);
    }
    List<BoundSql> conditions = new ArrayList<>(filter.conditions());
    after.map(filter.order().keyset()::after).ifPresent(conditions::add);
    String columns = String.join(", ", RolloutAddress.COLUMNS);
    return tables.rows(
        select(columns, conditions, filter.order().keyset().forward(), most),
        row -> new RowPlace(ShownValue.number(row, "figure"), RolloutAddress.of(row).values()));
  }

  Optional<RolloutAddress> next(RowPlace place) throws SQLException {
    return places(Optional.of(place), 1).stream().map(RolloutAddress::of).findFirst();
  }

  Optional<RolloutAddress> previous(RowPlace place) throws SQLException {
    return beside(filter.order().keyset().before(place), filter.order().keyset().backward());
  }

  private Optional<RolloutAddress> beside(BoundSql side, String order) throws SQLException {
    List<BoundSql> conditions = new ArrayList<>(filter.conditions());
    conditions.add(side);
    return tables
        .rows(
            select(String.join(", ", RolloutAddress.COLUMNS), conditions, order, 1),
            RolloutAddress::of)
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

  /**
   * Holds for these, and for few others. Files are sorted by prompt: by a condition on that column
   * alone most of each is passed over.
   */
  private static BoundSql among(List<RowPlace> places) {
    List<BoundSql> conditions = new ArrayList<>();
    for (int column : List.of(0, 3)) {
      List<Object> values =
          new ArrayList<>(
              places.stream().map(place -> place.key().get(column)).distinct().toList());
      conditions.add(
          new BoundSql(
              RolloutAddress.COLUMNS.get(column) + " IN " + BoundSql.marks(values), values));
    }
    List<Object> keys =
        places.stream().flatMap(place -> place.key().subList(3, 5).stream()).toList();
    conditions.add(
        new BoundSql(
            "(prompt_id, rollout_index) IN (VALUES %s)"
                .formatted(String.join(", ", Collections.nCopies(places.size(), "(?, ?)"))),
            keys));
    return BoundSql.all(conditions);
  }

  private Map<RolloutAddress, List<ShownVerdict>> verdicts(BoundSql among) throws SQLException {
    Map<RolloutAddress, List<ShownVerdict>> found = new HashMap<>();
    BoundSql sql = BoundSql.of("SELECT * FROM scores WHERE").then(among);
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
