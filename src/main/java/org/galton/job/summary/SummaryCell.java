package org.galton.job.summary;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.galton.job.draw.RolloutResult;
import org.galton.job.figure.CellLabel;
import org.galton.job.run.PromptFamily;
import org.galton.job.run.RunName;
import org.galton.sweep.Cell;
import org.galton.sweep.CellPlan;
import org.galton.table.store.Partition;

/**
 * A cell that a run is to summarize.
 *
 * @param prompts sorted by id
 * @param wanted rollouts; absent where none were asked for, and those that are there are meant
 * @param drawn by this run
 */
public record SummaryCell(
    CellLabel label,
    Partition partition,
    List<PromptFamily> prompts,
    OptionalLong wanted,
    RolloutResult.Drawn drawn) {

  /** Of a sweep. */
  public static List<SummaryCell> of(
      RunName run, List<CellPlan> cells, int rollouts, RolloutResult drawn) {
    return IntStream.range(0, cells.size())
        .mapToObj(
            i -> {
              Cell cell = cells.get(i).cell();
              return new SummaryCell(
                  CellLabel.of(run, cell),
                  cells.get(i).partition(),
                  cell.prompts().stream().map(p -> new PromptFamily(p.id(), p.cluster())).toList(),
                  OptionalLong.of(cell.wanted(rollouts)),
                  drawn.cells().get(i));
            })
        .toList();
  }

  TallyScan.Judged judged() {
    return new TallyScan.Judged(partition, label.scorer());
  }

  /** As messages call it. */
  String name() {
    return label.model() + ", " + label.task() + ", " + label.sampling();
  }
}
