package org.galton.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.galton.console.TextTable;
import org.galton.job.bench.ScaleBenchmark.Timing;

/** What {@code galton bench scale} prints: a line a figure, a column a size, and the growth. */
record ScaleBenchReport(List<Timing> timings) {
  private static final double MEBIBYTE = 1 << 20;

  /** A figure of a sweep. */
  private record Line(String name, String key, String format, ToDoubleFunction<Timing> figure) {}

  private static final List<Line> LINES =
      List.of(
          new Line("prompts", "prompts", "%,.0f", Timing::prompts),
          new Line("rollouts", "rollouts", "%,.0f", Timing::rollouts),
          new Line("plan, nothing stored (s)", "plan_seconds", "%.1f", Timing::planned),
          new Line("draw and write (s)", "draw_seconds", "%.1f", Timing::drawn),
          new Line("score (s)", "score_seconds", "%.1f", Timing::scored),
          new Line("summarize (s)", "summarize_seconds", "%.1f", Timing::summarized),
          new Line("plan, all stored (s)", "plan_again_seconds", "%.1f", Timing::plannedAgain),
          new Line("rollouts/s, drawn", "draw_rate", "%,.0f", t -> t.rollouts() / t.drawn()),
          new Line("rollouts/s, scored", "score_rate", "%,.0f", t -> t.rollouts() / t.scored()),
          new Line(
              "rollouts/s, summarized",
              "summarize_rate",
              "%,.0f",
              t -> t.rollouts() / t.summarized()),
          new Line("files of rollouts", "files", "%,.0f", Timing::files),
          new Line(
              "mean file (MiB)",
              "file_mebibytes",
              "%.2f",
              t -> t.rolloutBytes() / MEBIBYTE / t.files()),
          new Line(
              "bytes a rollout",
              "rollout_bytes",
              "%.1f",
              t -> (double) t.rolloutBytes() / t.rollouts()),
          new Line(
              "bytes a score", "score_bytes", "%.1f", t -> (double) t.scoreBytes() / t.rollouts()),
          new Line(
              "driver's heap in use (MiB)",
              "driver_heap_mebibytes",
              "%,.0f",
              t -> t.heapBytes() / MEBIBYTE));

  String text() {
    List<List<String>> rows = new ArrayList<>();
    for (Line line : LINES) {
      List<String> row = new ArrayList<>();
      row.add(line.name());
      timings.forEach(
          timing ->
              row.add(
                  String.format(Locale.ROOT, line.format(), line.figure().applyAsDouble(timing))));
      row.add(String.format(Locale.ROOT, "%.2f x", growth(line)));
      rows.add(row);
    }
    return TextTable.of(List.of("a sweep of", "a tenth", "all", "growth"), rows).toString();
  }

  ObjectNode json() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    ArrayNode sizes = root.putArray("sizes");
    for (Timing timing : timings) {
      ObjectNode size = sizes.addObject();
      LINES.forEach(line -> size.put(line.key(), line.figure().applyAsDouble(timing)));
    }
    return root;
  }

  private double growth(Line line) {
    return line.figure().applyAsDouble(timings.get(timings.size() - 1))
        / line.figure().applyAsDouble(timings.get(0));
  }
}
