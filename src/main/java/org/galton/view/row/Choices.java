package org.galton.view.row;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.galton.report.Figures;
import org.galton.view.engine.BoundSql;
import org.galton.view.engine.Snapshot;

/** What rollouts of a folder can be chosen by. */
public record Choices(List<DrawnCell> cells) {
  /** Rollouts of a model on a task under a generation. */
  public record DrawnCell(String model, String task, String generation, long rollouts) {}

  public static Choices of(Snapshot tables) throws SQLException {
    return new Choices(
        tables.rows(
            BoundSql.of(
                "SELECT model, task, generation, count(*) AS n FROM rollouts"
                    + " GROUP BY ALL ORDER BY ALL"),
            row ->
                new DrawnCell(
                    RolloutAddress.model(row),
                    row.getString("task"),
                    row.getString("generation"),
                    row.getLong("n"))));
  }

  public List<String> models() {
    return distinct(DrawnCell::model);
  }

  public List<String> tasks() {
    return distinct(DrawnCell::task);
  }

  public List<String> generations() {
    return distinct(DrawnCell::generation);
  }

  private List<String> distinct(Function<DrawnCell, String> part) {
    return cells.stream().map(part).distinct().sorted().toList();
  }

  public String total() {
    return Figures.count(cells.stream().mapToLong(DrawnCell::rollouts).sum());
  }
}
