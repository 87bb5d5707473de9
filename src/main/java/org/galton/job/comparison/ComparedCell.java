package org.galton.job.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.galton.job.figure.CellLabel;
import org.galton.job.run.RunTables;
import org.galton.table.MetricRow;
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

  /** The cells of a run in the order of its counts. */
  static List<ComparedCell> of(String output, RunTables run) {
    return of(output, run.promptStatistics(), run.metrics());
  }

  /** The cells of a run whose row is not written yet. */
  static List<ComparedCell> of(
      String output, List<PromptStatisticsRow> prompts, List<MetricRow> metrics) {
    List<ComparedCell> cells = new ArrayList<>();
    for (PromptStatisticsRow row : prompts) {
      ComparedCell last = cells.isEmpty() ? null : cells.get(cells.size() - 1);
      if (last == null || !last.is(row.model(), row.task(), row.generation())) {
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
      cells.get(cells.size() - 1).prompts().put(row.promptId(), row);
    }
    Map<List<String>, SortedSet<Integer>> ks = new HashMap<>();
    cells.forEach(
        cell -> ks.put(List.of(cell.model(), cell.task(), cell.generation()), cell.passKs()));
    metrics.stream()
        .filter(row -> row.metric().equals("pass@k"))
        .forEach(row -> ks.get(List.of(row.model(), row.task(), row.generation())).add(row.k()));
    return cells;
  }

  private boolean is(String otherModel, String otherTask, String otherGeneration) {
    return model.equals(otherModel) && task.equals(otherTask) && generation.equals(otherGeneration);
  }

  /** Of rollouts that Galton did not draw. */
  public boolean isGiven() {
    return generation.equals(CellLabel.GIVEN);
  }

  String run() {
    return output + "#" + runId;
  }
}
