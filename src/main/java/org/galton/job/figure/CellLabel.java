package org.galton.job.figure;

import static org.galton.numerics.Optionals.orNull;

import org.galton.job.run.RunName;
import org.galton.sweep.Cell;
import org.galton.table.MetricRow;

/**
 * How a run's rows name a cell.
 *
 * @param step null where not known
 * @param trainingFlops null where not known
 */
public record CellLabel(
    RunName run,
    String model,
    Long step,
    Double trainingFlops,
    String task,
    String sampling,
    String generation,
    String scorer) {
  /** What its tables say instead of a sampling, a generation and a scorer. */
  public static final String GIVEN = "given";

  public static CellLabel of(RunName run, Cell cell) {
    return new CellLabel(
        run,
        cell.model().name(),
        cell.model().step().isPresent() ? (Long) cell.model().step().getAsLong() : null,
        orNull(cell.model().trainingFlops()),
        cell.task().name(),
        cell.samplingName(),
        cell.generation(),
        cell.task().scorer());
  }

  /**
   * Of rollouts that came without sampling, generation and scorer.
   *
   * @param model empty where the input names none
   */
  public static CellLabel given(RunName run, String model, String task) {
    String named = model.isEmpty() ? GIVEN : model;
    return new CellLabel(run, named, null, null, task, GIVEN, GIVEN, GIVEN);
  }

  public MetricRow row(Figure figure) {
    return new MetricRow(
        run.runId(),
        run.sweep(),
        model,
        step,
        trainingFlops,
        task,
        sampling,
        generation,
        scorer,
        figure.metric(),
        figure.k(),
        orNull(figure.estimate().value()),
        orNull(figure.estimate().standardError()),
        orNull(figure.estimate().low()),
        orNull(figure.estimate().high()),
        figure.estimate().prompts(),
        figure.estimate().promptsShort(),
        figure.method());
  }
}
