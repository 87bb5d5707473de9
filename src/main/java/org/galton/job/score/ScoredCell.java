package org.galton.job.score;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.galton.sweep.CellPlan;
import org.galton.table.store.Partition;
import org.galton.task.Scorer;
import org.galton.task.Task;

/**
 * Stored rollouts and who judges them.
 *
 * @param by who; the rollouts are of its task
 */
public record ScoredCell(By by, Partition partition) {

  /**
   * Whose verdicts are wanted on the rollouts of a task.
   *
   * @param scorers of which the first gives the verdicts that figures are made of
   */
  public record By(String task, List<Scorer> scorers) implements Serializable {
    public By {
      scorers = List.copyOf(scorers);
    }

    /** The task itself and then its further scorers. */
    public static By of(Task task) {
      return new By(
          task.name(),
          Stream.concat(Stream.of((Scorer) task), task.furtherScorers().stream()).toList());
    }
  }

  public static List<ScoredCell> of(List<CellPlan> cells) {
    return cells.stream()
        .map(cell -> new ScoredCell(By.of(cell.cell().task()), cell.partition()))
        .toList();
  }
}
