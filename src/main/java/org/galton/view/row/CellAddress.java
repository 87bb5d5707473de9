package org.galton.view.row;

import java.util.List;
import java.util.Optional;
import org.galton.report.VisibleText;
import org.galton.view.engine.BoundSql;

/**
 * Names a cell.
 *
 * @param folder number of its output folder
 */
public record CellAddress(int folder, String model, String task, String generation, String scorer) {
  public static Optional<CellAddress> parse(String text) {
    return RowPlace.parts(text)
        .filter(parts -> parts.size() == 5 && parts.get(0) instanceof Integer)
        .filter(parts -> parts.subList(1, 5).stream().allMatch(String.class::isInstance))
        .map(
            parts ->
                new CellAddress(
                    (Integer) parts.get(0),
                    (String) parts.get(1),
                    (String) parts.get(2),
                    (String) parts.get(3),
                    (String) parts.get(4)));
  }

  public String text() {
    return RowPlace.json(List.of(folder, model, task, generation, scorer));
  }

  /** As a choice of a form. */
  public String label() {
    return VisibleText.line(task + " · " + model + " · " + generation, 160);
  }

  /** The same judge has judged answers to the same questions. */
  public boolean isComparableTo(CellAddress other) {
    return task.equals(other.task) && scorer.equals(other.scorer);
  }

  public String shownTask() {
    return VisibleText.line(task, 120);
  }

  public String shownModel() {
    return VisibleText.line(model, 120);
  }

  /** Holds for rows of this cell. */
  public BoundSql matches() {
    return BoundSql.of(
        "model = ? AND task = ? AND generation = ? AND scorer = ?",
        model,
        task,
        generation,
        scorer);
  }
}
