package org.galton.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.galton.bench.DecodeRow;
import org.galton.bench.DecodeTiming;
import org.galton.console.TextTable;
import org.galton.job.bench.SweepBenchmark;

/** What {@code galton bench sweep} prints. */
record SweepBenchReport(SweepBenchmark.Result result) {
  private record Line(String name, DecodeRow row) {}

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("one at a time", result.alone()));
    lines.add(new Line("side by side", result.together()));
    lines.add(new Line("few", result.few()));
    lines.add(new Line("few", result.fewSlots()));
    lines.add(new Line("sweep on one core", result.sweep()));
    result.grid().forEach(row -> lines.add(new Line("grid", row)));
    return lines;
  }

  /** Share of the sweep's wall time that the decode loop by itself does not need. */
  private double overhead() {
    return 1 - result.sweep().ratio(result.together(), DecodeTiming::tokensPerSecond);
  }

  private double cpuOverhead() {
    return 1 - result.ofCpu();
  }

  String text() {
    List<List<String>> rows =
        lines().stream()
            .map(
                line -> {
                  DecodeRow row = line.row();
                  DecodeTiming any = row.timings().get(0);
                  return List.of(
                      line.name(),
                      count(row.slots()),
                      count(any.rollouts()),
                      count(any.tokens()),
                      rate(row.median(DecodeTiming::tokensPerSecond)),
                      rate(row.lowest(DecodeTiming::tokensPerSecond)),
                      rate(row.highest(DecodeTiming::tokensPerSecond)),
                      rate(row.median(DecodeTiming::tokensPerCpuSecond)),
                      count(any.steps()),
                      String.format(
                          Locale.ROOT, "%.2f", 1e3 * row.median(DecodeTiming::secondsPerStep)));
                })
            .toList();
    return TextTable.of(
            List.of(
                "decoding",
                "slots",
                "rollouts",
                "tokens",
                "tokens/s",
                "lowest",
                "highest",
                "tokens/CPU s",
                "steps",
                "ms/step"),
            rows)
        + String.format(
            Locale.ROOT,
            """
            Medians of %d rounds, and of the ratios within a round:
            side by side is %.1f times as fast as one at a time;
            few rollouts among many slots draw %.2f of the tokens of as few slots in a CPU second;
            Spark and Parquet take %.1f %% of a sweep's wall time (%.1f %% of its CPU time).
            """,
            result.sweep().timings().size(),
            result.speedup(),
            result.ofFew(),
            100 * overhead(),
            100 * cpuOverhead());
  }

  ObjectNode json() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    ArrayNode rows = root.putArray("rows");
    for (Line line : lines()) {
      DecodeRow row = line.row();
      DecodeTiming any = row.timings().get(0);
      rows.addObject()
          .put("decoding", line.name())
          .put("slots", row.slots())
          .put("rollouts", any.rollouts())
          .put("tokens", any.tokens())
          .put("steps", any.steps())
          .put("tokens_per_second", row.median(DecodeTiming::tokensPerSecond))
          .put("tokens_per_second_lowest", row.lowest(DecodeTiming::tokensPerSecond))
          .put("tokens_per_second_highest", row.highest(DecodeTiming::tokensPerSecond))
          .put("tokens_per_cpu_second", row.median(DecodeTiming::tokensPerCpuSecond))
          .put("seconds_per_step", row.median(DecodeTiming::secondsPerStep));
    }
    return root.put("rounds", result.sweep().timings().size())
        .put("speedup", result.speedup())
        .put("few", result.ofFew())
        .put("overhead", overhead())
        .put("cpu_overhead", cpuOverhead());
  }

  private static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String rate(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
