package org.galton.view.rollout;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;
import org.galton.view.row.RolloutAddress;
import org.galton.view.row.RowPlace;

/**
 * Finds texts in the order of keys, prompt after prompt, and stops where a page is full: to read
 * completions costs most of a search, and only a text that is rare needs all of them. Each part
 * that is searched is twice as long as the one before, so that parts cost little beside what they
 * hold.
 */
final class TextSearch {
  private static final int FIRST_ROWS = 20_000;
  private static final int MOST_ROWS = 1 << 28;

  private final Snapshot tables;
  private final RolloutFilter filter;
  private final List<RowPlace> found = new ArrayList<>();
  private int rows = FIRST_ROWS;

  TextSearch(Snapshot tables, RolloutFilter filter) {
    this.tables = tables;
    this.filter = filter;
  }

  /** A model on a task under a generation. */
  private record Drawn(String model, String task, String generation) {
    BoundSql matches() {
      return BoundSql.of(
          "r.model = ? AND r.task = ? AND r.generation = ?", model, task, generation);
    }

    boolean holds(RolloutAddress address) {
      return model.equals(address.model())
          && task.equals(address.task())
          && generation.equals(address.generation());
    }
  }

  List<RowPlace> places(Optional<RowPlace> after, int most) throws SQLException {
    List<BoundSql> conditions = new ArrayList<>(filter.conditions());
    after.map(filter.order().keyset()::after).ifPresent(conditions::add);
    Optional<RolloutAddress> begin = after.map(RolloutAddress::of);
    for (Drawn cell : cells(begin)) {
      String behind = begin.filter(cell::holds).map(RolloutAddress::promptId).orElse("");
      search(cell, behind, conditions, most);
      if (found.size() == most) {
        break;
      }
    }
    return found;
  }

  private List<Drawn> cells(Optional<RolloutAddress> begin) throws SQLException {
    List<BoundSql> conditions = new ArrayList<>(filter.cellConditions());
    begin.ifPresent(address -> conditions.add(BoundSql.of("r.model >= ?", address.model())));
    return tables.rows(
        BoundSql.of("SELECT DISTINCT model, task, generation FROM rollouts r WHERE")
            .then(BoundSql.all(conditions))
            .then("ORDER BY ALL"),
        row ->
            new Drawn(row.getString("model"), row.getString("task"), row.getString("generation")));
  }

  /** From a prompt on, which is whole in one part. */
  private void search(Drawn cell, String from, List<BoundSql> conditions, int most)
      throws SQLException {
    BoundSql low = BoundSql.of("r.prompt_id >= ?", from);
    while (found.size() < most) {
      Optional<String> last = last(cell, low);
      if (last.isEmpty()) {
        return;
      }
      List<BoundSql> part = new ArrayList<>(conditions);
      part.add(cell.matches());
      part.add(low.then("AND r.prompt_id <= ?", last.get()));
      found.addAll(
          tables.rows(
              BoundSql.of(
                      "SELECT %s FROM rollouts r WHERE"
                          .formatted(String.join(", ", RolloutAddress.COLUMNS)))
                  .then(BoundSql.all(part))
                  .then(
                      "ORDER BY %s LIMIT %d"
                          .formatted(filter.order().keyset().forward(), most - found.size())),
              row -> new RowPlace(null, RolloutAddress.of(row).values())));
      low = BoundSql.of("r.prompt_id > ?", last.get());
      rows = Math.min(2 * rows, MOST_ROWS);
    }
  }

  /** The prompt at the end of the next part; nothing where no more follow. */
  private Optional<String> last(Drawn cell, BoundSql low) throws SQLException {
    return tables
        .rows(
            BoundSql.of(
                    "SELECT max(prompt_id) AS last FROM (SELECT prompt_id FROM rollouts r WHERE")
                .then(cell.matches())
                .then("AND")
                .then(low)
                .then("ORDER BY prompt_id LIMIT " + rows + ")"),
            row -> Optional.ofNullable(row.getString("last")))
        .get(0);
  }
}
