package org.galton.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.galton.bench.SamplerBenchmark;
import org.galton.bench.SamplerPass;
import org.galton.bench.SamplerRow;
import org.galton.bench.SamplerWork;
import org.galton.model.llama.Checkpoint;
import org.galton.model.llama.LoadedCheckpoint;
import org.galton.model.llama.Placement;
import org.galton.model.llama.torch.Torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class SamplerBenchReportTest {
  @Test
  @Tag("slow")
  void everySamplerIsTimedBesidePlainRollouts() throws Exception {
    SamplerWork work = new SamplerWork(2, 1, 24, 8, 4, 1);
    List<SamplerRow> rows;
    Torch.start(1);
    try (LoadedCheckpoint model =
        new LoadedCheckpoint(Checkpoint.open("builtin:abacus@1547"), Placement.CPU)) {
      rows = new SamplerBenchmark(model, work).run(progress -> {});
    }
    SamplerBenchReport report = new SamplerBenchReport("abacus", work, rows);

    JsonNode json = new ObjectMapper().readTree(report.json());
    assertThat(json.findValuesAsText("sampler"))
        .hasSize(8)
        .startsWith("plain", "vgb", "vgb, first leaf")
        .endsWith("best_of 8", "tree");
    assertThat(json.get(0).get("tokens_per_cpu_second_to_plain").asDouble()).isEqualTo(1);
    for (JsonNode row : json) {
      assertThat(row.get("occupancy").asDouble()).isGreaterThan(0).isLessThanOrEqualTo(1);
      assertThat(
              row.get("drawing_share").asDouble()
                  + row.get("verifier_share").asDouble()
                  + row.get("search_share").asDouble())
          .isCloseTo(1, within(1e-9));
      assertThat(row.get("search_share").asDouble()).isBetween(0.0, 0.5);
    }
    assertThat(rows.get(6).median(SamplerPass::blocksPerRound)).isEqualTo(2 * 8);
    assertThat(rows.get(6).median(SamplerPass::tokensPerRollout))
        .isGreaterThan(4 * rows.get(0).median(SamplerPass::tokensPerRollout));
    assertThat(report.text()).contains("sampler", "tokens/CPU s", "block_rejection of 8");
  }

  @Test
  void aBlockThatIsNoPartOfACompletionIsRefused() {
    assertThatThrownBy(() -> new SamplerWork(2, 1, 8, 9, 4, 1))
        .hasMessage("Invalid block 9: expected at most max-tokens, 8");
  }
}
