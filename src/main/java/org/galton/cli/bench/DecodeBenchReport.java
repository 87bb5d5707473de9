package org.galton.cli.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.galton.bench.DecodeCell;
import org.galton.bench.DecodeTiming;
import org.galton.bench.GridResult;
import org.galton.bench.GridRow;
import org.galton.console.TextTable;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.torch.StepProfile;

/** What {@code galton bench decode} prints. */
record DecodeBenchReport(String model, LlamaConfig config, GridResult result) {
  private static final String ABSENT = "-";

  ObjectNode json() {
    return DecodeBenchJson.of(model, config, result);
  }

  String text() {
    StringBuilder text = new StringBuilder(heading());
    text.append('\n').append(rows());
    for (GridResult.Skipped skipped : result.skipped()) {
      DecodeCell cell = skipped.cell();
      text.append(
          format(
              "Not tried: %s, batch %,d, prompt %,d: %s\n",
              cell.way(), cell.slots(), cell.promptTokens(), skipped.reason()));
    }
    text.append("\nThe shared prompt against the others, and against itself after the shortest:\n");
    text.append(comparisons());
    if (!result.growth().isEmpty()) {
      text.append("\nWith more rollouts and with more tokens (prompt shared):\n").append(growth());
    }
    if (!result.splits().isEmpty()) {
      text.append("\nWhere the time of one loop goes, in % (under a profiler, so roughly):\n")
          .append(splits());
    }
    return text.toString();
  }

  private String heading() {
    GridResult.Ceilings ceilings = result.ceilings();
    return format(
        """
        %s: %,d parameters, %d layers, width %d, %d heads, vocabulary %,d, float32
        Ceilings of %d threads side by side, one for each decode loop:
          %8.1f GFLOP/s  float32 product, 1024 x 1024 x 1024
          %8.1f GFLOP/s  this model's products with weights, %d rows
          %8.1f GB/s     copy, bytes read and written
        Medians of %d rounds:
        """,
        model,
        config.parameters(),
        config.layers(),
        config.width(),
        config.heads(),
        config.vocabulary(),
        result.spec().loops(),
        ceilings.product() / 1e9,
        ceilings.modelProducts() / 1e9,
        ceilings.modelRows(),
        ceilings.copy() / 1e9,
        result.spec().rounds());
  }

  private TextTable rows() {
    GridResult.Ceilings ceilings = result.ceilings();
    return TextTable.of(
        List.of(
            "decoding",
            "loops",
            "batch",
            "prompt",
            "tokens/s",
            "ms/step",
            "GFLOP/s",
            "of products",
            "GB/s",
            "of copy",
            "cache MiB",
            "peak MiB"),
        result.rows().stream()
            .map(
                row ->
                    List.of(
                        row.cell().way().toString(),
                        row.cell().crew().toString(),
                        format("%,d", row.cell().slots()),
                        format("%,d", row.cell().promptTokens()),
                        format("%,.0f", row.tokensPerSecond()),
                        format("%.2f", 1e3 * row.times().median(DecodeTiming::secondsPerStep)),
                        format("%.1f", row.operationsPerSecond() / 1e9),
                        percent(row.operationsPerSecond() / ceilings.bestProduct()),
                        format("%.1f", row.bytesPerSecond() / 1e9),
                        percent(row.bytesPerSecond() / ceilings.copy()),
                        mebibytes(row.cacheBytes()),
                        row.peakBytes().isPresent()
                            ? mebibytes(row.peakBytes().getAsLong())
                            : ABSENT))
            .toList());
  }

  private TextTable comparisons() {
    List<List<String>> lines = new ArrayList<>();
    int shortest = result.promptTokens().get(0);
    for (int batch : result.spec().batches()) {
      for (int prompt : result.promptTokens()) {
        Optional<GridRow> shared = result.shared(prompt, batch);
        Optional<GridRow> copied = result.copied(prompt, batch);
        lines.add(
            List.of(
                format("%,d", batch),
                format("%,d", prompt),
                times(shared, result.alone(prompt)),
                times(shared, copied),
                memory(copied, shared),
                times(shared, result.shared(shortest, batch))));
      }
    }
    return TextTable.of(
        List.of(
            "batch",
            "prompt",
            "rate / one at a time",
            "rate / copied",
            "copied peak / shared peak",
            format("rate / rate at %,d", shortest)),
        lines);
  }

  private static String times(Optional<GridRow> row, Optional<GridRow> other) {
    return row.isPresent() && other.isPresent()
        ? format("%.2f", row.get().speedup(other.get()))
        : ABSENT;
  }

  private static String memory(Optional<GridRow> more, Optional<GridRow> less) {
    return more.isPresent()
            && less.isPresent()
            && more.get().peakBytes().isPresent()
            && less.get().peakBytes().orElse(0) > 0
        ? format(
            "%.1f",
            (double) more.get().peakBytes().getAsLong() / less.get().peakBytes().getAsLong())
        : ABSENT;
  }

  private TextTable growth() {
    return TextTable.of(
        List.of(
            "slots",
            "prompt",
            "rollouts",
            "new tokens",
            "seconds",
            "of these setup",
            "then ms/rollout",
            "then us/token"),
        result.growth().stream()
            .map(
                row -> {
                  DecodeCell cell = row.cell();
                  double setup = row.times().median(DecodeTiming::setupSeconds);
                  double perRollout = (row.seconds() - setup) / cell.rollouts();
                  return List.of(
                      format("%,d", cell.slots()),
                      format("%,d", cell.promptTokens()),
                      format("%,d", cell.rollouts()),
                      format("%,d", cell.newTokens()),
                      format("%.2f", row.seconds()),
                      format("%.2f", setup),
                      format("%.2f", 1e3 * perRollout),
                      format("%.1f", 1e6 * perRollout / cell.newTokens()));
                })
            .toList());
  }

  private TextTable splits() {
    List<StepProfile.Part> parts = List.of(StepProfile.Part.values());
    return TextTable.of(
        Stream.concat(Stream.of("prompt tokens"), parts.stream().map(StepProfile.Part::toString))
            .toList(),
        result.splits().stream()
            .map(
                split ->
                    Stream.concat(
                            Stream.of(format("%,d", split.promptTokens())),
                            parts.stream().map(part -> format("%.1f", 100 * split.share(part))))
                        .toList())
            .toList());
  }

  private static String percent(double share) {
    return format("%.0f%%", 100 * share);
  }

  private static String mebibytes(long bytes) {
    return format("%,.0f", bytes / (double) (1 << 20));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
