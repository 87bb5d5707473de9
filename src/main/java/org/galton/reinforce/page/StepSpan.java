package org.galton.reinforce.page;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.galton.reinforce.row.TrainingStepRow;

/** Steps on end that a chart shows as one. */
record StepSpan(List<TrainingStepRow> steps) {
  int from() {
    return steps.get(0).step();
  }

  int to() {
    return steps.get(steps.size() - 1).step();
  }

  /** As tables name it. */
  String name() {
    return from() == to() ? Integer.toString(to()) : from() + "–" + to();
  }

  /** Mean over the steps that have the figure, with the least and the largest of several. */
  OptionalDouble mean(Function<TrainingStepRow, OptionalDouble> figure) {
    return steps.stream().map(figure).flatMapToDouble(OptionalDouble::stream).average();
  }

  OptionalDouble least(Function<TrainingStepRow, OptionalDouble> figure) {
    return steps.stream().map(figure).flatMapToDouble(OptionalDouble::stream).min();
  }

  OptionalDouble largest(Function<TrainingStepRow, OptionalDouble> figure) {
    return steps.stream().map(figure).flatMapToDouble(OptionalDouble::stream).max();
  }
}
