package org.galton.job.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.galton.job.RunTables;
import org.galton.table.BooksRow;
import org.galton.table.PromptStatisticsRow;

/**
 * A cell as a run counted it.
 *
 * @param output folder of the run
 * @param passKs the k for which the run has pass@k
 * @param prompts counts by prompt id
 */
public record ComparedCell(
    String output,
    String runId,
    String model,
    String task,
    String sampling,
    String generation,
    String scorer,
    SortedSet<Integer> passKs,
    SortedMap<String, PromptStatisticsRow> prompts) {

  /** The cells of a run in the order of its books. */
  static List<ComparedCell> of(String output, RunTables run) {
    List<ComparedCell> cells = new ArrayList<>();
    for (BooksRow row : run.books()) {
      cells.add(
          new ComparedCell(
              output,
              row.runId(),
              row.model(),
              row.task(),
              row.sampling(),
              row.generation(),
              row.scorer(),
              new TreeSet<>(),
              new TreeMap<>()));
    }
    run.metrics().stream()
        .filter(row -> row.metric().equals("pass@k"))
        .forEach(
            row ->
                cells.stream()
                    .filter(cell -> cell.is(row.model(), row.task(), row.generation()))
                    .forEach(cell -> cell.passKs().add(row.k())));
    for (PromptStatisticsRow row : run.promptStatistics()) {
      cells.stream()
          .filter(cell -> cell.is(row.model(), row.task(), row.generation()))
          .forEach(cell -> cell.prompts().put(row.promptId(), row));
    }
    return cells;
  }

  private boolean is(String otherModel, String otherTask, String otherGeneration) {
    return model.equals(otherModel) && task.equals(otherTask) && generation.equals(otherGeneration);
  }

  String run() {
    return output + "#" + runId;
  }
}
