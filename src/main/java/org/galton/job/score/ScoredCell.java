package org.galton.job.score;

import java.util.List;
import org.galton.sweep.CellPlan;
import org.galton.table.store.Partition;
import org.galton.task.Task;

/** Stored rollouts and the task whose scorers judge them. */
public record ScoredCell(Task task, Partition partition) {

  public static List<ScoredCell> of(List<CellPlan> cells) {
    return cells.stream()
        .map(cell -> new ScoredCell(cell.cell().task(), cell.partition()))
        .toList();
  }
}
