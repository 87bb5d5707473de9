package org.galton.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.galton.model.endpoint.SharedEndpoints;
import org.galton.model.llama.SharedCheckpoints;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ModelServerTest {
  private static final String MODEL = "builtin:abacus@894";
  private static final int SLOTS = 16;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = new RunningServer(MODEL, SLOTS, ServeSettings.withDefaults());
  }

  @AfterAll
  static void end() {
    server.close();
  }

  private static List<Request> requests(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new Request(i, "%d+%d=?\n".formatted(17 + i % 7, 58 + i % 5), Uniforms.seed(3, i)))
        .toList();
  }

  private static Map<Long, Completion> draw(
      LanguageModel model, List<Request> requests, Sampling sampling) {
    List<Outcome> outcomes = new ArrayList<>();
    model.generate(requests.iterator(), sampling, outcomes::add);
    return outcomes.stream()
        .map(Completion.class::cast)
        .collect(Collectors.toMap(drawn -> drawn.request().id(), drawn -> drawn));
  }

  private static LanguageModel client() {
    return SharedEndpoints.open("endpoint:" + server.server().address() + "?model=tested&n=4");
  }

  /** Of the decoder itself, with the same seeds. */
  @Test
  void galtonsOwnClientDrawsWhatTheDecoderDraws() {
    Sampling sampling = new Sampling(1.3, 0, 0.95, 0.01, 40, List.of("4"));
    List<Request> requests = requests(60);
    Map<Long, Completion> own;
    Map<Long, Completion> served;
    try (LanguageModel decoder = SharedCheckpoints.open(MODEL, SLOTS);
        LanguageModel client = client()) {
      own = draw(decoder, requests, sampling);
      served = draw(client, requests, sampling);
    }
    assertThat(served).hasSameSizeAs(requests);
    assertThat(served.values().stream().map(Completion::text).distinct()).hasSizeGreaterThan(5);
    own.forEach(
        (id, completion) -> {
          Completion other = served.get(id);
          assertThat(other.text()).isEqualTo(completion.text());
          assertThat(other.finish()).isEqualTo(completion.finish());
          assertThat(other.promptTokens()).isEqualTo(completion.promptTokens());
          assertThat(other.completionTokens()).isEqualTo(completion.completionTokens());
          // Sums over more or fewer unseen places round otherwise.
          assertThat(other.logprobSum()).isCloseTo(completion.logprobSum(), within(1e-4));
        });
  }

  @Test
  void aSeedDrawsTheSameAloneAndAmongOthersThatWantOtherThings() throws Exception {
    String asked =
        """
        {"prompt": "29+63=?\\n", "seed": -5, "n": 3, "max_tokens": 60, "temperature": 1.5, "logprobs": 2}
        """;
    JsonNode alone = server.completions(asked);
    ExecutorService threads = Executors.newFixedThreadPool(21);
    try {
      List<Future<JsonNode>> others = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        ObjectNode other =
            RunningServer.JSON
                .createObjectNode()
                .put("prompt", "%d+4=?\n".formatted(10 + i % 3))
                .put("temperature", i % 4 * 0.5)
                .put("top_p", i % 2 == 0 ? 1 : 0.8)
                .put("top_k", i % 5)
                .put("min_p", i % 3 * 0.1)
                .put("n", 1 + i % 6)
                .put("max_tokens", 5 + i * 3)
                .put("stop", String.valueOf(i % 10));
        others.add(threads.submit(() -> server.completions(other.toString())));
      }
      JsonNode among = threads.submit(() -> server.completions(asked)).get();
      assertThat(RunningServer.texts(among)).isEqualTo(RunningServer.texts(alone));
      assertThat(sum(among)).isCloseTo(sum(alone), within(1e-4));
      for (Future<JsonNode> other : others) {
        assertThat(other.get().path("choices")).isNotEmpty();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static double sum(JsonNode answer) {
    double sum = 0;
    for (JsonNode choice : answer.path("choices")) {
      for (JsonNode logprob : choice.path("logprobs").path("token_logprobs")) {
        sum += logprob.asDouble();
      }
    }
    return sum;
  }

  /** As {@code docs/serve.md} says: the seed itself, then the seeds of that seed. */
  @Test
  void furtherChoicesHaveSeedsOfTheSeed() {
    List<String> together =
        RunningServer.texts(
            server.completions(
                "{\"prompt\": \"2+7=?\\n\", \"seed\": 11, \"n\": 3, \"temperature\": 2}"));
    List<String> single = new ArrayList<>();
    for (long seed : new long[] {11, Uniforms.seed(11, 1), Uniforms.seed(11, 2)}) {
      single.addAll(
          RunningServer.texts(
              server.completions(
                  "{\"prompt\": \"2+7=?\\n\", \"seed\": %d, \"temperature\": 2}".formatted(seed))));
    }
    assertThat(together).isEqualTo(single).doesNotHaveDuplicates();
    String unseeded = "{\"prompt\": \"2+7=?\\n\", \"n\": 16, \"temperature\": 2}";
    assertThat(RunningServer.texts(server.completions(unseeded)))
        .isNotEqualTo(RunningServer.texts(server.completions(unseeded)));
  }

  @Test
  void idsOfTokensAreAPromptAndSeveralPromptsAreOneRequest() {
    JsonNode texts =
        server.completions(
            "{\"prompt\": [\"2+7=?\\n\", \"3+8=?\\n\"], \"n\": 2, \"seed\": 4, \"max_tokens\": 20}");
    assertThat(texts.path("choices")).hasSize(4);
    assertThat(texts.path("choices").get(3).path("index").asInt()).isEqualTo(3);
    assertThat(texts.path("usage").path("prompt_tokens").asInt()).isEqualTo(12);
    List<Integer> ids = new ArrayList<>();
    JsonNode logprobs =
        server
            .completions("{\"prompt\": \"3+8=?\\n\", \"temperature\": 0, \"logprobs\": 0}")
            .path("choices")
            .get(0)
            .path("logprobs");
    assertThat(logprobs.path("top_logprobs").get(0)).hasSize(1);
    assertThat(logprobs.path("text_offset").get(2).asInt()).isEqualTo(2);
    "3+8=?\n".chars().forEach(c -> ids.add(c == '\n' ? 2 : c - ' ' + 3));
    List<String> ofIds =
        RunningServer.texts(
            server.completions(
                "{\"prompt\": %s, \"n\": 2, \"seed\": 4, \"max_tokens\": 20}".formatted(ids)));
    assertThat(ofIds).isEqualTo(RunningServer.texts(texts).subList(2, 4));
  }

  @Test
  void aStreamHasTheSameTextInPieces() {
    String body =
        "{\"prompt\": \"29+63=?\\n\", \"seed\": 8, \"n\": 2, \"max_tokens\": 50, \"stop\": [\"answer\"]%s}";
    List<String> whole = RunningServer.texts(server.completions(body.formatted("")));
    List<JsonNode> events =
        RunningServer.events(
            server.post(
                "/completions",
                body.formatted(
                    ", \"stream\": true, \"stream_options\": {\"include_usage\": true}, \"logprobs\": 1")));
    StringBuilder[] streamed = {new StringBuilder(), new StringBuilder()};
    int tokens = 0;
    int ends = 0;
    for (JsonNode event : events.subList(0, events.size() - 1)) {
      JsonNode choice = event.path("choices").get(0);
      streamed[choice.path("index").asInt()].append(choice.path("text").asText());
      tokens += choice.path("logprobs").path("token_logprobs").size();
      ends += choice.path("finish_reason").asText().equals("stop") ? 1 : 0;
    }
    assertThat(List.of(streamed[0].toString(), streamed[1].toString())).isEqualTo(whole);
    assertThat(events.size()).isGreaterThan(20);
    assertThat(ends).isEqualTo(2);
    JsonNode last = events.get(events.size() - 1);
    assertThat(last.path("choices")).isEmpty();
    assertThat(last.path("usage").path("completion_tokens").asInt()).isEqualTo(tokens);
  }

  @Test
  void aClientThatGoesAwayLeavesItsLanes() throws Exception {
    long before = server.metric("galton_requests_abandoned_total");
    String body = "{\"prompt\": \"1\", \"n\": 1024, \"max_tokens\": 120, \"temperature\": 3}";
    for (String stream : List.of("", ", \"stream\": true")) {
      String sent = body.replace("}", stream + "}");
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.at("").getPort())) {
        OutputStream out = socket.getOutputStream();
        out.write(
            ("POST /v1/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: %d\r\n\r\n%s")
                .formatted(sent.length(), sent)
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        server.await(() -> server.metric("galton_completions_open") == 1024);
        HttpResponse<String> full = server.post("/completions", "{\"prompt\": \"1\"}");
        assertThat(full.statusCode()).isEqualTo(503);
        assertThat(full.headers().firstValue("Retry-After")).contains("1");
      }
      server.await(() -> server.metric("galton_completions_open") == 0);
    }
    assertThat(server.metric("galton_requests_abandoned_total")).isEqualTo(before + 2);
    assertThat(server.completions("{\"prompt\": \"1+1=?\\n\"}").path("choices")).hasSize(1);
  }
}
