package org.galton.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.galton.model.llama.SharedCheckpoints;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Prompts that an answer repeats, with their log-probabilities. */
final class ServedEchoTest {
  private static final String MODEL = "builtin:abacus@894";
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = new RunningServer(MODEL, 8, ServeSettings.withDefaults());
  }

  @AfterAll
  static void end() {
    server.close();
  }

  /** Ids of this model's tokens: printable ASCII, a character each. */
  private static List<Integer> ids(String text) {
    return text.chars().mapToObj(c -> c == '\n' ? 2 : c - ' ' + 3).toList();
  }

  private static double sum(JsonNode logprobs, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += logprobs.path("token_logprobs").get(i).doubleValue();
    }
    return sum;
  }

  @Test
  void logProbabilitiesOfATextAreThoseItWasDrawnWith() {
    String prompt = "29+63=?\n";
    List<Completion> drawn = new ArrayList<>();
    try (LanguageModel decoder = SharedCheckpoints.open(MODEL, 8)) {
      decoder.generate(
          IntStream.range(0, 8)
              .mapToObj(i -> new Request(i, prompt, Uniforms.seed(3, i)))
              .iterator(),
          new Sampling(2, 0, 1, 0, 12, List.of()),
          outcome -> drawn.add((Completion) outcome));
    }
    // The others drew a token that no text has, such as the end.
    drawn.removeIf(one -> one.text().length() < 12);
    assertThat(drawn.stream().map(Completion::text).distinct()).hasSizeGreaterThan(3);
    for (Completion one : drawn) {
      String text = prompt + one.text();
      JsonNode answer =
          server.completions(
              "{\"prompt\": %s, \"echo\": true, \"logprobs\": 0, \"max_tokens\": 0}"
                  .formatted(ids(text)));
      JsonNode choice = answer.path("choices").get(0);
      assertThat(choice.path("text").asText()).isEqualTo(text);
      assertThat(choice.path("finish_reason").asText()).isEqualTo("length");
      assertThat(answer.path("usage").path("completion_tokens").asInt()).isZero();
      assertThat(answer.path("usage").path("prompt_tokens").asInt()).isEqualTo(text.length());
      JsonNode logprobs = choice.path("logprobs");
      assertThat(logprobs.path("token_logprobs").get(0).isNull()).isTrue();
      assertThat(logprobs.path("top_logprobs").get(0).isNull()).isTrue();
      // Sums over more or fewer unseen places round otherwise.
      assertThat(sum(logprobs, prompt.length(), text.length()))
          .isCloseTo(one.logprobSum(), within(1e-4));
    }
  }

  /** As lm-evaluation-harness asks for the likelihood of continuations. */
  @Test
  void likelihoodsOfContinuationsAndWhetherTheyAreGreedy() {
    String prompt = "37+58=?\n";
    String greedy =
        RunningServer.texts(
                server.completions(
                    "{\"prompt\": \"37+58=?\\n\", \"temperature\": 0, \"max_tokens\": 6}"))
            .get(0);
    List<String> continuations = List.of(greedy, greedy.substring(0, 3) + "~", "~~~~~");
    List<List<Integer>> prompts = continuations.stream().map(text -> ids(prompt + text)).toList();
    JsonNode answer =
        server.completions(
            """
            {"model": "tested", "prompt": %s, "temperature": 0, "max_tokens": 1, "logprobs": 1, "seed": 1234,
             "echo": true}"""
                .formatted(prompts));
    List<Boolean> isGreedy = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      JsonNode choice = answer.path("choices").get(i);
      JsonNode logprobs = choice.path("logprobs");
      int drawn = prompts.get(i).size();
      assertThat(logprobs.path("tokens")).hasSize(drawn + 1);
      assertThat(logprobs.path("text_offset").get(drawn).asInt()).isEqualTo(drawn);
      assertThat(choice.path("text").asText())
          .startsWith(prompt + continuations.get(i))
          .endsWith(logprobs.path("tokens").get(drawn).asText());
      boolean all = true;
      for (int at = prompt.length(); at < drawn; at++) {
        double most = Double.NEGATIVE_INFINITY;
        for (JsonNode top : logprobs.path("top_logprobs").get(at)) {
          most = Math.max(most, top.doubleValue());
        }
        all &= logprobs.path("token_logprobs").get(at).doubleValue() == most;
      }
      isGreedy.add(all);
    }
    assertThat(isGreedy).containsExactly(true, false, false);
  }

  @Test
  void aStreamBeginsWithThePromptAndSaysTheSame() {
    String body =
        "{\"prompt\": [\"2+7=?\\n\", \"31+8=?\\n\"], \"n\": 2, \"seed\": 5, \"max_tokens\": %d, \"echo\": true, \"logprobs\": 2%s}";
    for (int most : new int[] {0, 9}) {
      JsonNode whole = server.completions(body.formatted(most, "")).path("choices");
      List<JsonNode> events =
          RunningServer.events(
              server.post("/completions", body.formatted(most, ", \"stream\": true")));
      for (int i = 0; i < 4; i++) {
        StringBuilder text = new StringBuilder();
        List<JsonNode> offsets = new ArrayList<>();
        List<JsonNode> logprobs = new ArrayList<>();
        String reason = "";
        for (JsonNode event : events) {
          JsonNode choice = event.path("choices").get(0);
          if (choice.path("index").asInt() == i) {
            text.append(choice.path("text").asText());
            choice.path("logprobs").path("text_offset").forEach(offsets::add);
            choice.path("logprobs").path("token_logprobs").forEach(logprobs::add);
            reason = choice.path("finish_reason").asText();
          }
        }
        JsonNode expected = whole.get(i);
        assertThat(text.toString()).isEqualTo(expected.path("text").asText());
        assertThat(reason).isEqualTo(expected.path("finish_reason").asText());
        assertThat(offsets).isEqualTo(list(expected.path("logprobs").path("text_offset")));
        assertThat(logprobs).hasSameSizeAs(list(expected.path("logprobs").path("token_logprobs")));
      }
    }
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }

  @Test
  void aPromptThatFillsTheContextCanBeReadAndNotContinued() {
    String body =
        "{\"prompt\": \"%s\", \"echo\": true, \"logprobs\": 1, \"max_tokens\": %d}"
            .formatted("1".repeat(128), 0);
    JsonNode read = server.completions(body).path("choices").get(0);
    assertThat(read.path("logprobs").path("token_logprobs")).hasSize(128);
    HttpResponse<String> drawn =
        server.post("/completions", body.replace("\"max_tokens\": 0", "\"max_tokens\": 1"));
    assertThat(drawn.statusCode()).isEqualTo(400);
    assertThat(RunningServer.message(drawn)).contains("maximum context length is 128 tokens");
    HttpResponse<String> longer = server.post("/completions", body.replace("\"1", "\"11"));
    assertThat(RunningServer.message(longer)).contains("it has 129 tokens");
  }

  @Test
  void withoutLogProbabilitiesOnlyTheTextIsRepeated() {
    JsonNode choice =
        server
            .completions("{\"prompt\": \"2+7=?\\n\", \"echo\": true, \"max_tokens\": 3}")
            .path("choices")
            .get(0);
    assertThat(choice.path("logprobs").isNull()).isTrue();
    assertThat(choice.path("text").asText()).startsWith("2+7=?\n").hasSize(9);
  }
}
