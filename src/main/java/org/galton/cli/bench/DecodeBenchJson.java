package org.galton.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.galton.bench.DecodeCell;
import org.galton.bench.DecodeTiming;
import org.galton.bench.GridResult;
import org.galton.bench.GridRow;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.torch.StepProfile;

/** The document of {@code galton bench decode --json}. Figures are in base units. */
final class DecodeBenchJson {
  private DecodeBenchJson() {}

  static ObjectNode of(String model, LlamaConfig config, GridResult result) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.putObject("model")
        .put("name", model)
        .put("parameters", config.parameters())
        .put("layers", config.layers())
        .put("width", config.width())
        .put("heads", config.heads())
        .put("vocabulary", config.vocabulary());
    root.put("rounds", result.spec().rounds());
    GridResult.Ceilings ceilings = result.ceilings();
    root.putObject("ceilings")
        .put("threads", result.spec().loops())
        .put("product_flops_per_second", ceilings.product())
        .put("model_products_flops_per_second", ceilings.modelProducts())
        .put("model_products_rows", ceilings.modelRows())
        .put("copy_bytes_per_second", ceilings.copy());
    ArrayNode rows = root.putArray("rows");
    result.rows().forEach(row -> put(rows.addObject(), row, ceilings));
    ArrayNode growth = root.putArray("growth");
    result.growth().forEach(row -> put(growth.addObject(), row, ceilings));
    compare(root.putArray("comparisons"), result);
    ArrayNode skipped = root.putArray("skipped");
    result
        .skipped()
        .forEach(cell -> put(skipped.addObject(), cell.cell()).put("reason", cell.reason()));
    ArrayNode splits = root.putArray("splits");
    for (GridResult.Split split : result.splits()) {
      ObjectNode node = splits.addObject().put("prompt_tokens", split.promptTokens());
      for (StepProfile.Part part : StepProfile.Part.values()) {
        node.put(part.name().toLowerCase(Locale.ROOT), split.share(part));
      }
    }
    return root;
  }

  private static ObjectNode put(ObjectNode node, DecodeCell cell) {
    return node.put("decoding", cell.way().toString())
        .put("loops", cell.crew().loops())
        .put("threads_per_loop", cell.crew().threads())
        .put("batch", cell.slots())
        .put("prompt_tokens", cell.promptTokens())
        .put("rollouts", cell.rollouts())
        .put("new_tokens", cell.newTokens());
  }

  private static void put(ObjectNode node, GridRow row, GridResult.Ceilings ceilings) {
    put(node, row.cell())
        .put("seconds", row.seconds())
        .put("setup_seconds", row.times().median(DecodeTiming::setupSeconds))
        .put("cpu_seconds", row.times().median(DecodeTiming::cpuSeconds))
        .put("tokens_per_second", row.tokensPerSecond())
        .put("tokens_per_second_lowest", row.times().lowest(DecodeTiming::tokensPerSecond))
        .put("tokens_per_second_highest", row.times().highest(DecodeTiming::tokensPerSecond))
        .put("seconds_per_step", row.times().median(DecodeTiming::secondsPerStep))
        .put("flops_per_second", row.operationsPerSecond())
        .put("share_of_product", row.operationsPerSecond() / ceilings.bestProduct())
        .put("bytes_per_second", row.bytesPerSecond())
        .put("share_of_copy", row.bytesPerSecond() / ceilings.copy())
        .put("cache_bytes", row.cacheBytes());
    row.peakBytes().ifPresent(bytes -> node.put("peak_bytes", bytes));
  }

  private static void compare(ArrayNode comparisons, GridResult result) {
    for (int batch : result.spec().batches()) {
      for (int prompt : result.promptTokens()) {
        Optional<GridRow> shared = result.shared(prompt, batch);
        ObjectNode node = comparisons.addObject().put("batch", batch).put("prompt_tokens", prompt);
        ratio(node, "rate_to_one_at_a_time", shared, result.alone(prompt));
        ratio(node, "rate_to_copied", shared, result.copied(prompt, batch));
        ratio(
            node,
            "rate_to_shortest_prompt",
            shared,
            result.shared(result.promptTokens().get(0), batch));
      }
    }
  }

  private static void ratio(
      ObjectNode node, String name, Optional<GridRow> row, Optional<GridRow> other) {
    if (row.isPresent() && other.isPresent()) {
      node.put(name, row.get().speedup(other.get()));
    }
  }
}
