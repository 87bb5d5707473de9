package org.galton.reinforce.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.galton.report.FigureTable;

/**
 * Figures of steps that share a chart.
 *
 * @param axis what they are, with their unit
 * @param guides levels to compare with
 */
record StepLines(
    String title,
    String axis,
    StepPicture.Scale scale,
    List<StepLine> lines,
    List<StepPicture.Guide> guides,
    String note) {

  StepPicture over(StepSpans spans) {
    List<StepPicture.Line> drawn = lines.stream().map(line -> line.drawn(spans)).toList();
    return new StepPicture(
        title,
        new StepPicture.Lines(axis, scale, drawn, guides),
        alternative(spans),
        note,
        table(spans));
  }

  private String alternative(StepSpans spans) {
    StepSpan first = spans.spans().get(0);
    StepSpan last = spans.spans().get(spans.spans().size() - 1);
    return title
        + " by step: "
        + lines.stream()
            .map(
                line ->
                    "%s from %s at step %s to %s at step %s"
                        .formatted(
                            line.name(),
                            line.mean(first),
                            first.name(),
                            line.mean(last),
                            last.name()))
            .collect(Collectors.joining("; "))
        + ".";
  }

  private FigureTable table(StepSpans spans) {
    List<String> columns = new ArrayList<>(List.of("Step"));
    Set<Integer> words = new TreeSet<>();
    for (StepLine line : lines) {
      columns.add(line.name());
      if (spans.isThinned()) {
        words.add(columns.size());
        columns.add("least to largest");
      }
    }
    return new FigureTable(
        axis,
        List.copyOf(columns),
        spans.spans().stream().map(span -> row(span, spans.isThinned())).toList(),
        words);
  }

  private List<String> row(StepSpan span, boolean ranges) {
    List<String> row = new ArrayList<>(List.of(span.name()));
    for (StepLine line : lines) {
      row.add(line.mean(span));
      if (ranges) {
        row.add(line.range(span));
      }
    }
    return List.copyOf(row);
  }
}
