package org.galton.job.run;

import java.util.ArrayList;
import java.util.List;
import org.galton.sweep.Cell;
import org.galton.sweep.CellPlan;

/**
 * Names what belongs together in a sweep's trajectories: the sweep, and of model and sampling what
 * it has several of. Tasks are the conditions of an experiment.
 */
public record Experiments(String sweep, boolean severalModels, boolean severalSamplings) {
  public static Experiments of(String sweep, List<CellPlan> cells) {
    return new Experiments(
        sweep,
        cells.stream().map(plan -> plan.cell().model().name()).distinct().count() > 1,
        cells.stream().map(plan -> plan.cell().samplingName()).distinct().count() > 1);
  }

  public String name(Cell cell) {
    List<String> parts = new ArrayList<>(List.of(sweep));
    if (severalModels) {
      parts.add(cell.model().name());
    }
    if (severalSamplings) {
      parts.add(cell.samplingName());
    }
    return String.join(", ", parts);
  }
}
