package org.galton.reinforce.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.galton.reinforce.row.TrainingStepRow;

/**
 * A figure of steps as a line.
 *
 * @param shown how tables write it
 */
record StepLine(
    String name, Function<TrainingStepRow, OptionalDouble> figure, Function<Double, String> shown) {

  /** Its points; a span without the figure has none. */
  StepPicture.Line drawn(StepSpans spans) {
    List<StepPicture.At> points = new ArrayList<>();
    for (StepSpan span : spans.spans()) {
      OptionalDouble mean = span.mean(figure);
      if (mean.isPresent()) {
        points.add(
            new StepPicture.At(
                span.from(),
                span.to(),
                mean.getAsDouble(),
                spans.isThinned() ? (Double) span.least(figure).orElseThrow() : null,
                spans.isThinned() ? (Double) span.largest(figure).orElseThrow() : null));
      }
    }
    return new StepPicture.Line(name, List.copyOf(points));
  }

  String mean(StepSpan span) {
    OptionalDouble mean = span.mean(figure);
    return mean.isPresent() ? shown.apply(mean.getAsDouble()) : "–";
  }

  String range(StepSpan span) {
    OptionalDouble least = span.least(figure);
    return least.isPresent()
        ? shown.apply(least.getAsDouble())
            + " to "
            + shown.apply(span.largest(figure).orElseThrow())
        : "–";
  }
}
