package org.galton.reinforce.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.galton.report.FigureTable;
import org.galton.report.Figures;

/**
 * Parts of a whole, span by span.
 *
 * @param axis what the whole is, with its unit
 * @param rows of the spans, in their order
 * @param shown how tables write a value
 */
record StepStack<R>(
    String title,
    String axis,
    List<Layer<R>> layers,
    List<R> rows,
    Function<Double, String> shown,
    String note) {

  /** A part, and its value in a span. */
  record Layer<R>(String name, String colour, ToDoubleBiFunction<StepSpan, R> value) {}

  /** As they are. */
  StepPicture figures(StepSpans spans) {
    return picture(spans, StepPicture.Scale.PLAIN);
  }

  /** As shares of their sum; the table has the values themselves. */
  StepPicture shares(StepSpans spans) {
    return picture(spans, StepPicture.Scale.SHARE);
  }

  private StepPicture picture(StepSpans spans, StepPicture.Scale scale) {
    List<List<Double>> values =
        layers.stream()
            .map(
                layer ->
                    IntStream.range(0, rows.size())
                        .mapToObj(i -> value(layer, spans.spans().get(i), i))
                        .toList())
            .toList();
    List<Double> wholes =
        IntStream.range(0, rows.size())
            .mapToObj(i -> values.stream().mapToDouble(part -> part.get(i)).sum())
            .toList();
    List<StepPicture.Part> parts = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      List<Double> own = values.get(l);
      parts.add(
          new StepPicture.Part(
              layers.get(l).name(),
              layers.get(l).colour(),
              scale == StepPicture.Scale.SHARE ? shares(own, wholes) : own));
    }
    return new StepPicture(
        title,
        new StepPicture.Stack(
            axis,
            scale,
            spans.spans().stream()
                .map(span -> new StepPicture.Span(span.from(), span.to()))
                .toList(),
            List.copyOf(parts)),
        alternative(spans, values),
        note,
        table(spans, values));
  }

  private double value(Layer<R> layer, StepSpan span, int place) {
    return layer.value().applyAsDouble(span, rows.get(place));
  }

  private static List<Double> shares(List<Double> values, List<Double> wholes) {
    return IntStream.range(0, values.size())
        .mapToObj(i -> wholes.get(i) == 0 ? 0.0 : values.get(i) / wholes.get(i))
        .toList();
  }

  private String alternative(StepSpans spans, List<List<Double>> values) {
    int last = rows.size() - 1;
    return "%s by step; at step %s: %s."
        .formatted(
            title,
            spans.spans().get(last).name(),
            IntStream.range(0, layers.size())
                .mapToObj(l -> layers.get(l).name() + " " + shown.apply(values.get(l).get(last)))
                .collect(Collectors.joining(", ")));
  }

  private FigureTable table(StepSpans spans, List<List<Double>> values) {
    List<String> columns = new ArrayList<>(List.of("Step"));
    layers.forEach(layer -> columns.add(layer.name()));
    List<List<String>> table = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = new ArrayList<>(List.of(spans.spans().get(i).name()));
      for (List<Double> part : values) {
        row.add(shown.apply(part.get(i)));
      }
      table.add(List.copyOf(row));
    }
    return new FigureTable(axis, List.copyOf(columns), List.copyOf(table));
  }

  /** Of whole numbers, or of means of them. */
  static String count(double value) {
    return value == Math.rint(value) ? Figures.count((long) value) : Figures.decimal(value);
  }
}
