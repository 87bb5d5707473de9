package org.galton.view.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.UnreadableTable;

/** Names a rollout within an output folder. Rollouts are in the order of these columns. */
public record RolloutAddress(
    String model, String task, String generation, String promptId, int rolloutIndex) {
  public static final List<String> COLUMNS =
      List.of("model", "task", "generation", "prompt_id", "rollout_index");

  /**
   * @throws UnreadableTable when the row is of a file that Galton did not write
   */
  public static RolloutAddress of(ResultSet row) throws SQLException {
    return new RolloutAddress(
        model(row),
        row.getString("task"),
        row.getString("generation"),
        row.getString("prompt_id"),
        row.getInt("rollout_index"));
  }

  static String model(ResultSet row) throws SQLException {
    String model = row.getString("model");
    if (model == null) {
      throw new UnreadableTable(
          "Cannot read rollouts: there is a row without a model; expected Parquet files that Galton wrote: ./galton check names others, move them out of the folder");
    }
    return model;
  }

  public static RolloutAddress of(RowPlace place) {
    List<Object> key = place.key();
    return new RolloutAddress(
        (String) key.get(0),
        (String) key.get(1),
        (String) key.get(2),
        (String) key.get(3),
        (Integer) key.get(4));
  }

  /** Reads what {@link #text} wrote; nothing where it is something else. */
  public static Optional<RolloutAddress> parse(String text) {
    return RowPlace.parts(text)
        .filter(parts -> parts.size() == COLUMNS.size() && parts.get(4) instanceof Integer)
        .filter(parts -> parts.subList(0, 4).stream().allMatch(String.class::isInstance))
        .map(
            parts ->
                new RolloutAddress(
                    (String) parts.get(0),
                    (String) parts.get(1),
                    (String) parts.get(2),
                    (String) parts.get(3),
                    (Integer) parts.get(4)));
  }

  public String text() {
    return RowPlace.json(values());
  }

  public List<Object> values() {
    return List.of(model, task, generation, promptId, rolloutIndex);
  }

  /** Holds for this rollout only. */
  public BoundSql matches() {
    return new BoundSql(String.join(" = ? AND ", COLUMNS) + " = ?", values());
  }
}
