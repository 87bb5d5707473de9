package org.galton.reinforce;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import org.galton.numerics.CompensatedSum;
import org.galton.reinforce.row.StepBudget;
import org.galton.reinforce.row.TrainingGroupRow;

/** What the division of a step's rollouts came to, from the rows of its prompts. */
final class BudgetFigures {
  private static final int GROUP = 16;

  private BudgetFigures() {}

  static StepBudget of(List<TrainingGroupRow> groups) {
    List<TrainingGroupRow> scored = groups.stream().filter(group -> group.scored() > 0).toList();
    List<TrainingGroupRow> mixed =
        scored.stream()
            .filter(group -> group.correct() > 0 && group.correct() < group.scored())
            .toList();
    double[] values = groups.stream().flatMapToDouble(group -> group.value().stream()).toArray();
    return new StepBudget(
        groups.stream().mapToInt(TrainingGroupRow::rollouts).min(),
        groups.stream().mapToInt(TrainingGroupRow::rollouts).max(),
        values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(CompensatedSum.of(values)),
        share(mixed, scored, group -> 1),
        share(mixed, scored, TrainingGroupRow::scored),
        OptionalInt.of((int) scored.stream().filter(group -> group.scored() >= GROUP).count()));
  }

  private static OptionalDouble share(
      List<TrainingGroupRow> part, List<TrainingGroupRow> all, ToIntFunction<TrainingGroupRow> of) {
    return all.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            part.stream().mapToDouble(of::applyAsInt).sum()
                / all.stream().mapToDouble(of::applyAsInt).sum());
  }
}
