package org.galton.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Locale;
import org.galton.bench.prefix.PrefixPass;
import org.galton.bench.prefix.PrefixRow;
import org.galton.bench.prefix.PrefixWork;
import org.galton.console.TextTable;

/** What {@code galton bench prefixes} prints. */
record PrefixBenchReport(String model, PrefixWork work, List<PrefixRow> rows) {
  String text() {
    return format(
            "%s, answers of %,d tokens, %,d slots; medians of %,d rounds\n\n",
            model, work.newTokens(), work.slots(), work.rounds())
        + TextTable.of(
            List.of(
                "prompts",
                "prompt tokens anew",
                "kept",
                "CPU s anew",
                "kept",
                "anew / kept",
                "seconds anew / kept",
                "texts",
                "log-probabilities differ by"),
            rows.stream().map(PrefixBenchReport::line).toList());
  }

  private static List<String> line(PrefixRow row) {
    return List.of(
        row.workload(),
        format("%,.0f", PrefixRow.median(row.anew(), p -> p.promptTokens().computed())),
        format("%,.0f", PrefixRow.median(row.kept(), p -> p.promptTokens().computed())),
        format("%.2f", PrefixRow.median(row.anew(), PrefixPass::cpuSeconds)),
        format("%.2f", PrefixRow.median(row.kept(), PrefixPass::cpuSeconds)),
        format("%.2f", row.ratio(PrefixPass::cpuSeconds)),
        format("%.2f", row.ratio(PrefixPass::seconds)),
        row.sameTexts() ? "the same" : "not the same",
        format("%.1e", row.logprobDifference()));
  }

  String json() {
    ArrayNode array = new ObjectMapper().createArrayNode();
    for (PrefixRow row : rows) {
      array
          .addObject()
          .put("prompts", row.workload())
          .put("tokens", PrefixRow.median(row.kept(), PrefixPass::tokens))
          .put("prompt_tokens_anew", PrefixRow.median(row.anew(), p -> p.promptTokens().computed()))
          .put("prompt_tokens_kept", PrefixRow.median(row.kept(), p -> p.promptTokens().computed()))
          .put("cpu_seconds_anew", PrefixRow.median(row.anew(), PrefixPass::cpuSeconds))
          .put("cpu_seconds_kept", PrefixRow.median(row.kept(), PrefixPass::cpuSeconds))
          .put("cpu_seconds_anew_to_kept", row.ratio(PrefixPass::cpuSeconds))
          .put("seconds_anew_to_kept", row.ratio(PrefixPass::seconds))
          .put("same_texts", row.sameTexts())
          .put("largest_logprob_difference", row.logprobDifference());
    }
    return array.toPrettyString();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
