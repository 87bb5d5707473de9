package org.galton.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.galton.bench.prefix.PrefixBenchmark;
import org.galton.bench.prefix.PrefixRow;
import org.galton.bench.prefix.PrefixWork;
import org.galton.model.llama.LoadedCheckpoint;
import org.galton.model.llama.Placement;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.torch.Torch;
import org.galton.train.CharacterTokenizer;
import org.junit.jupiter.api.Test;

final class PrefixBenchReportTest {
  private static final LlamaConfig TINY =
      new LlamaConfig(CharacterTokenizer.VOCABULARY, 32, 2, 4, 2, 8, 48, 1024, 1e-5, 10_000, true);

  @Test
  void bothWaysDrawTheSameAndOneComputesLess() throws Exception {
    PrefixWork work = new PrefixWork(2, 6, 5, 150, 2, 6, 3, 1);
    List<PrefixRow> rows;
    Torch.start(1);
    try (LoadedCheckpoint model =
        LoadedCheckpoint.random(
            TINY, CharacterTokenizer.json().getBytes(StandardCharsets.UTF_8), 1, Placement.CPU)) {
      rows = new PrefixBenchmark(model, work).run(progress -> {});
    }
    PrefixBenchReport report = new PrefixBenchReport("tiny", work, rows);

    JsonNode json = new ObjectMapper().readTree(report.json());
    assertThat(json.findValuesAsText("prompts"))
        .containsExactly("2 episodes of 6 turns", "5 questions behind 150 tokens, 2 rollouts each");
    for (JsonNode row : json) {
      assertThat(row.get("same_texts").asBoolean()).isTrue();
      assertThat(row.get("largest_logprob_difference").asDouble()).isZero();
      assertThat(row.get("prompt_tokens_kept").asLong())
          .isLessThan(row.get("prompt_tokens_anew").asLong());
    }
    // Two whole blocks of the head are computed once in place of five times.
    assertThat(
            json.get(1).get("prompt_tokens_anew").asLong()
                - json.get(1).get("prompt_tokens_kept").asLong())
        .isEqualTo(4 * 2 * 64);
    assertThat(json.get(0).get("tokens").asLong()).isEqualTo(2 * 6 * 6);
    assertThat(report.text()).contains("tiny, answers of 6 tokens, 3 slots", "the same");
  }

  @Test
  void anAnswerOfNoTokensIsRefused() {
    assertThatThrownBy(() -> new PrefixWork(1, 1, 1, 1, 1, 0, 1, 1))
        .hasMessage("Invalid new-tokens 0: expected 1 or more");
  }
}
