package org.galton.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.galton.bench.DecodeBenchmark;
import org.galton.bench.GridSpec;
import org.galton.model.llama.LoadedCheckpoint;
import org.galton.model.llama.Placement;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.torch.Torch;
import org.galton.spec.InvalidInput;
import org.galton.train.CharacterTokenizer;
import org.junit.jupiter.api.Test;

final class DecodeBenchReportTest {
  private static final LlamaConfig TINY =
      new LlamaConfig(CharacterTokenizer.VOCABULARY, 32, 2, 4, 2, 8, 48, 64, 1e-5, 10_000, true);

  private static DecodeBenchReport report(GridSpec spec) {
    Torch.start(1);
    try (LoadedCheckpoint model =
        LoadedCheckpoint.random(
            TINY, CharacterTokenizer.json().getBytes(StandardCharsets.UTF_8), 1, Placement.CPU)) {
      return new DecodeBenchReport(
          "random weights", TINY, new DecodeBenchmark(model, spec).run(progress -> {}));
    }
  }

  @Test
  void everyCellIsTimedOrHasAReason() {
    DecodeBenchReport report = report(new GridSpec(List.of(4), List.of(8, 32, 100), 5, 2, 2));

    ObjectNode json = report.json();
    assertThat(json.get("rows").findValuesAsText("decoding"))
        .containsExactly(
            "one at a time",
            "prompt copied",
            "prompt shared",
            "prompt shared",
            "one at a time",
            "prompt copied",
            "prompt shared",
            "prompt shared");
    assertThat(json.get("rows").findValuesAsText("prompt_tokens"))
        .containsExactly("8", "8", "8", "8", "32", "32", "32", "32");
    for (String ceiling :
        List.of(
            "product_flops_per_second",
            "model_products_flops_per_second",
            "copy_bytes_per_second")) {
      assertThat(json.get("ceilings").get(ceiling).doubleValue()).isPositive().isFinite();
    }
    assertThat(json.get("skipped"))
        .hasSize(4)
        .allMatch(
            cell ->
                cell.get("reason")
                    .asText()
                    .equals("105 tokens with the prompt; the model's context is 64"));
    assertThat(json.get("growth").findValuesAsText("rollouts"))
        .containsExactly("4", "8", "16", "32", "4", "4");
    for (JsonNode row : json.get("rows")) {
      for (String figure :
          List.of(
              "tokens_per_second",
              "seconds_per_step",
              "share_of_product",
              "share_of_copy",
              "cache_bytes")) {
        assertThat(row.get(figure).doubleValue()).as(figure).isPositive().isFinite();
      }
      assertThat(row.get("setup_seconds").doubleValue())
          .isBetween(0.0, row.get("seconds").doubleValue());
    }
    assertThat(json.get("comparisons").get(0).get("rate_to_shortest_prompt").doubleValue())
        .isCloseTo(1, within(1e-12));
    assertThat(json.get("comparisons").get(2).has("rate_to_copied")).isFalse();
    assertThat(json.get("splits"))
        .hasSize(2)
        .allSatisfy(split -> assertThat(shares(split)).isCloseTo(1, within(1e-9)));

    assertThat(report.text())
        .contains(
            "Ceilings of 2 threads side by side",
            "Medians of 2 rounds:",
            "Not tried: prompt copied, batch 4, prompt 100: 105 tokens with the prompt;",
            "rate / copied",
            "then us/token",
            "weight products");
    assertThat(report.text().lines()).allMatch(line -> line.length() <= 120);
  }

  private static double shares(JsonNode split) {
    return StreamSupport.stream(split.spliterator(), false)
        .skip(1)
        .mapToDouble(JsonNode::doubleValue)
        .sum();
  }

  @Test
  void aGridWithoutRoomForAnyCellSaysWhatToDo() {
    assertThatThrownBy(() -> report(new GridSpec(List.of(2), List.of(80), 5, 1, 1)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot time anything: 85 tokens with the prompt; the model's context is 64; give"
                + " smaller --prompt-tokens, --new-tokens or --batch");
  }
}
