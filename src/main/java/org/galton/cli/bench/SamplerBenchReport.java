package org.galton.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.galton.bench.SamplerPass;
import org.galton.bench.SamplerRow;
import org.galton.bench.SamplerWork;
import org.galton.console.TextTable;
import org.galton.model.llama.torch.StepProfile;

/**
 * What {@code galton bench samplers} prints.
 *
 * @param rows plain rollouts first
 */
record SamplerBenchReport(String model, SamplerWork work, List<SamplerRow> rows) {
  String text() {
    return format(
            "%s: %,d prompts x %,d rollouts, at most %,d tokens, blocks of %,d, %,d slots; medians"
                + " of %,d rounds\n\n",
            model,
            work.prompts(),
            work.rollouts(),
            work.maxTokens(),
            work.block(),
            work.slots(),
            work.rounds())
        + rates()
        + "\nHow full the loop is, and where the time goes, in %:\n"
        + shares()
        + "\nWhere the time of drawing goes, in % (under a profiler, so roughly):\n"
        + splits();
  }

  private TextTable rates() {
    SamplerRow plain = rows.get(0);
    return TextTable.of(
        List.of(
            "sampler",
            "right",
            "tokens/rollout",
            "blocks/rollout",
            "tokens/CPU s",
            "/ plain",
            "tokens/device s",
            "/ plain",
            "rollouts/s",
            "/ plain"),
        rows.stream()
            .map(
                row ->
                    List.of(
                        row.sampler(),
                        format("%.2f", row.median(SamplerPass::rightShare)),
                        format("%,.0f", row.median(SamplerPass::tokensPerRollout)),
                        format("%,.1f", row.median(p -> (double) p.blocks() / p.rollouts())),
                        format("%,.0f", row.median(SamplerPass::tokensPerCpuSecond)),
                        format("%.2f", row.ratio(plain, SamplerPass::tokensPerCpuSecond)),
                        format("%,.0f", row.median(SamplerPass::tokensPerSecond)),
                        format("%.2f", row.ratio(plain, SamplerPass::tokensPerSecond)),
                        format("%,.1f", row.median(SamplerPass::rolloutsPerSecond)),
                        format("%.3f", row.ratio(plain, SamplerPass::rolloutsPerSecond))))
            .toList());
  }

  private TextTable shares() {
    return TextTable.of(
        List.of("sampler", "blocks/round", "full", "drawing", "verifier", "search"),
        rows.stream()
            .map(
                row ->
                    List.of(
                        row.sampler(),
                        format("%,.0f", row.median(SamplerPass::blocksPerRound)),
                        percent(row.median(pass -> pass.occupancy(work.slots()))),
                        percent(row.median(SamplerPass::drawingShare)),
                        percent(row.median(SamplerPass::verifierShare)),
                        percent(row.median(SamplerPass::searchShare))))
            .toList());
  }

  private TextTable splits() {
    List<StepProfile.Part> parts = List.of(StepProfile.Part.values());
    return TextTable.of(
        Stream.concat(Stream.of("sampler"), parts.stream().map(StepProfile.Part::toString))
            .toList(),
        rows.stream()
            .map(
                row ->
                    Stream.concat(
                            Stream.of(row.sampler()),
                            parts.stream().map(part -> percent(row.share(part))))
                        .toList())
            .toList());
  }

  String json() {
    SamplerRow plain = rows.get(0);
    ArrayNode array = new ObjectMapper().createArrayNode();
    for (SamplerRow row : rows) {
      ObjectNode node =
          array
              .addObject()
              .put("sampler", row.sampler())
              .put("right", row.median(SamplerPass::rightShare))
              .put("tokens_per_rollout", row.median(SamplerPass::tokensPerRollout))
              .put("tokens_per_cpu_second", row.median(SamplerPass::tokensPerCpuSecond))
              .put("tokens_per_device_second", row.median(SamplerPass::tokensPerSecond))
              .put("rollouts_per_second", row.median(SamplerPass::rolloutsPerSecond))
              .put(
                  "tokens_per_cpu_second_to_plain",
                  row.ratio(plain, SamplerPass::tokensPerCpuSecond))
              .put("rollouts_per_second_to_plain", row.ratio(plain, SamplerPass::rolloutsPerSecond))
              .put("occupancy", row.median(pass -> pass.occupancy(work.slots())))
              .put("drawing_share", row.median(SamplerPass::drawingShare))
              .put("verifier_share", row.median(SamplerPass::verifierShare))
              .put("search_share", row.median(SamplerPass::searchShare));
      ObjectNode parts = node.putObject("drawing");
      row.profile().forEach((part, seconds) -> parts.put(part.toString(), row.share(part)));
    }
    return array.toPrettyString();
  }

  private static String percent(double share) {
    return format("%.1f", 100 * share);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
