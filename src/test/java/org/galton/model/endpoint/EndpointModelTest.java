package org.galton.model.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.galton.chat.ChatMessage;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EndpointModelTest {
  private static final String SECRET = "sk-Very5ecret";
  private static final Backoff SHORT = new Backoff(Duration.ofMillis(2), Duration.ofMillis(20));
  private static final Sampling SAMPLING = new Sampling(0.7, 5, 0.9, 0.05, 16, List.of("\n"));

  @Test
  void aTextIsAskedForWithAllOfItsSampling() {
    try (MisbehavingServer server = MisbehavingServer.flawless()) {
      Completion completion =
          (Completion) draw(server.source(), SAMPLING, new Request(3, "1+1=", -2)).get(0);

      assertThat(completion.text()).isEqualTo("1+1=0");
      assertThat(completion.request().id()).isEqualTo(3);
      assertThat(completion.finish()).isEqualTo(Completion.Finish.STOP);
      assertThat(completion.promptTokens()).isEqualTo(4);
      assertThat(completion.completionTokens()).isEqualTo(2);
      assertThat(completion.logprobSum()).isCloseTo(-0.75, within(1e-12));
      assertThat(completion.entropyMean()).isNaN();
      assertThat(server.asked())
          .singleElement()
          .hasToString(
              "{\"model\":\"test/model\",\"prompt\":\"1+1=\",\"logprobs\":1,\"n\":1,"
                  + "\"max_tokens\":16,\"temperature\":0.7,\"top_p\":0.9,\"top_k\":5,"
                  + "\"min_p\":0.05,\"presence_penalty\":0,\"frequency_penalty\":0,"
                  + "\"repetition_penalty\":1,\"seed\":2147483647,\"stop\":[\"\\n\"],"
                  + "\"path\":\"/v1/completions\"}");
    }
  }

  @Test
  void aChatIsAskedForAsOne() {
    ModelPrompt.Chat chat =
        new ModelPrompt.Chat(
            List.of(
                new ChatMessage(ChatMessage.Role.SYSTEM, "Be brief."),
                new ChatMessage(ChatMessage.Role.USER, "1+1?")));
    try (MisbehavingServer server = MisbehavingServer.flawless()) {
      Completion completion =
          (Completion)
              draw(server.source(), Sampling.untempered(8), new Request(0, chat, 1)).get(0);

      assertThat(completion.text()).isEqualTo("1+1?0");
      assertThat(completion.logprobSum()).isCloseTo(-0.75, within(1e-12));
      JsonNode asked = server.asked().get(0);
      assertThat(asked.path("path").asText()).isEqualTo("/v1/chat/completions");
      assertThat(asked.path("messages"))
          .hasToString(
              "[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                  + "{\"role\":\"user\",\"content\":\"1+1?\"}]");
      assertThat(asked.path("top_k").asInt()).isEqualTo(-1);
      assertThat(asked.path("logprobs").asBoolean()).isTrue();
      assertThat(asked.path("top_logprobs").asInt()).isEqualTo(1);
    }
  }

  @Test
  void severalChoicesAreAskedForOnlyOfTheSamePromptAndNeverOfAGreedyModel() {
    Request[] requests =
        IntStream.range(0, 11)
            .mapToObj(i -> new Request(i, i < 7 ? "a" : "b", i))
            .toArray(Request[]::new);
    try (MisbehavingServer server = MisbehavingServer.flawless()) {
      List<Outcome> outcomes = draw(server.source("n=3"), Sampling.untempered(4), requests);

      assertThat(outcomes).hasSize(11).allMatch(Completion.class::isInstance);
      assertThat(server.asked())
          .extracting(question -> question.path("prompt").asText() + question.path("n"))
          .containsExactlyInAnyOrder("a3", "a3", "a1", "b3", "b1");

      draw(server.source("n=3"), new Sampling(0, 0, 1, 0, 4, List.of()), requests);
      assertThat(server.requests()).isEqualTo(5 + 11);
    }
  }

  @Test
  void theServersPauseIsWaitedFor() {
    long began = System.nanoTime();
    try (MisbehavingServer server =
        new MisbehavingServer(
            (seed, attempt) ->
                attempt == 1 ? Optional.of(ServerFault.BUSY_WITH_PAUSE) : Optional.empty(),
            (prompt, seed, serial) -> "x")) {
      draw(server.source(), Sampling.untempered(4), new Request(0, "a", 1));

      assertThat(server.requests()).isEqualTo(2);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void modelsOfTheSameNameShareTheirRequestsInFlight() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(3);
    AtomicInteger answering = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (MisbehavingServer server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS,
            (prompt, seed, serial) -> {
              most.accumulateAndGet(answering.incrementAndGet(), Math::max);
              sleep(20);
              answering.decrementAndGet(); // Before the answer leaves: then the next may come.
              return "x";
            })) {
      String source = server.source("in_flight=4");
      List<Future<List<Outcome>>> shards =
          IntStream.range(0, 3)
              .mapToObj(
                  shard ->
                      callers.submit(
                          () ->
                              draw(
                                  source,
                                  Sampling.untempered(4),
                                  IntStream.range(0, 20)
                                      .mapToObj(i -> new Request(i, "a", i))
                                      .toArray(Request[]::new))))
              .toList();
      for (Future<List<Outcome>> shard : shards) {
        assertThat(shard.get()).hasSize(20);
      }
      assertThat(most).hasValueBetween(2, 4);
    } finally {
      callers.shutdown();
    }
  }

  @Test
  void threadsEndWithTheLastModel() {
    Set<Thread> others = threads(); // The JDK's client keeps one where a request was interrupted.
    try (MisbehavingServer server = MisbehavingServer.flawless()) {
      draw(server.source(), Sampling.untempered(4), new Request(0, "a", 1));
    }
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!others.containsAll(threads()) && System.nanoTime() < until) {
      System.gc(); // The JDK's client ends with its last reference.
      sleep(100);
    }
    assertThat(others).containsAll(threads());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|{\"error\": {\"message\": \"Incorrect key sk-Very5ecret\"}}|status 401: Incorrect key [key]; set the environment variable TEST_TOKEN to a key that it takes",
        "404|{\"object\": \"error\", \"message\": \"no model x\"}|status 404: no model x; name a model that it serves, and the address where its API begins, mostly …/v1",
        "400|{\"detail\": [\"top_k\"]}|status 400: [\"top_k\"]; ask it for what it takes, or start it with what the sweep needs",
        "302|''|status 302; name the address to which this one redirects",
      })
  void whatOnlyTheUserCanPutRightStopsTheSweep(int status, String body, String said)
      throws IOException {
    HttpServer server = server(status, body);
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      String source =
          EndpointSource.PREFIX + address + "/v1?model=m&key_variable=TEST_TOKEN&attempts=3";

      assertThatThrownBy(() -> draw(source, SAMPLING, new Request(0, "a", 1)))
          .isInstanceOf(InvalidInput.class)
          .hasMessage(
              "Cannot ask model m at "
                  + address
                  + "/v1/completions: the server answered with "
                  + said);
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\": {\"message\": \"This model's maximum context length is 10 tokens\"}}",
        "{\"message\": \"Input is longer than the model's context length\"}",
        "{\"error\": {\"message\": \"exceeds the available context size\"}}",
      })
  void aPromptThatIsTooLongFailsAlone(String body) throws IOException {
    HttpServer server = server(400, body);
    try {
      String source =
          EndpointSource.PREFIX
              + "http://127.0.0.1:"
              + server.getAddress().getPort()
              + "/v1?model=m";
      assertThat(draw(source, SAMPLING, new Request(0, "a", 1)))
          .singleElement()
          .satisfies(
              outcome ->
                  assertThat(((GenerationFailure) outcome).reason())
                      .startsWith("the server answered with status 400: ")
                      .contains("context"));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void anAbsentServerIsNoFailureOfTheRollouts() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    assertThatThrownBy(
            () ->
                draw(
                    "endpoint:http://127.0.0.1:" + port + "/v1?model=m&attempts=2",
                    SAMPLING,
                    new Request(0, "a", 1)))
        .isInstanceOf(ServerUnreachable.class)
        .hasMessage(
            "Cannot reach the server of model m at http://127.0.0.1:%d/v1 (ConnectException);"
                    .formatted(port)
                + " start it, or correct its address");
  }

  @Test
  void aKeyThatIsNotSetIsAnErrorThatNamesItsVariable() {
    assertThatThrownBy(
            () ->
                SharedEndpoints.open(
                    "endpoint:http://h/v1?model=m&key_variable=NO_TOKEN", name -> null, SHORT))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "Cannot ask model m: the environment variable NO_TOKEN is not set; set it on every"
                + " executor");
    assertThatThrownBy(
            () ->
                SharedEndpoints.open(
                    "endpoint:http://h/v1?model=m&key_variable=A_TOKEN",
                    name -> SECRET + "\nmore",
                    SHORT))
        .isInstanceOf(InvalidInput.class)
        .message()
        .contains("A_TOKEN")
        .doesNotContain(SECRET);
  }

  @Test
  void theKeyIsSentAndShownByNothing() {
    try (MisbehavingServer server = MisbehavingServer.flawless();
        LanguageModel model =
            SharedEndpoints.open(server.source("key_variable=TEST_TOKEN"), name -> SECRET, SHORT)) {
      List<Outcome> outcomes = new ArrayList<>();
      model.generate(
          List.of(new Request(0, "a", 1)).iterator(), Sampling.untempered(4), outcomes::add);

      assertThat(server.keys()).containsExactly("Bearer " + SECRET);
      assertThat(model + " " + model.card() + outcomes + server.asked()).doesNotContain(SECRET);
      assertThat(ApiKey.of(EndpointSource.parse(server.source("key_variable=K")), n -> SECRET))
          .hasToString("[key]");
    }
  }

  @Test
  void halvesOfSurrogatePairsAreReplaced() {
    try (MisbehavingServer server =
        new MisbehavingServer(
            MisbehavingServer.Script.FLAWLESS, (prompt, seed, serial) -> "\u00e4 \ud83d\ude00 <")) {
      assertThat(draw(server.source(), SAMPLING, new Request(0, "a", 1)))
          .extracting(outcome -> ((Completion) outcome).text())
          .containsExactly("\u00e4 \ud83d\ude00 <");
    }
    byte[] body =
        """
        {"choices": [{"index": 0, "text": "a\\ud83db", "finish_reason": "length"}],
         "usage": {"prompt_tokens": 1, "completion_tokens": 1}}
        """
            .getBytes(StandardCharsets.UTF_8);
    Choice choice = AnswerReader.read(body, 1, 8, "application/json", 0).choices().get(0);

    assertThat(choice.text()).isEqualTo("a\ufffdb");
    assertThat(choice.finish()).isEqualTo(Completion.Finish.LENGTH);
    assertThat(choice.logprobSum()).isNaN();
  }

  private static HttpServer server(int status, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static List<Outcome> draw(String source, Sampling sampling, Request... requests) {
    List<Outcome> outcomes = new ArrayList<>();
    try (LanguageModel model = SharedEndpoints.open(source, name -> SECRET, SHORT)) {
      model.generate(List.of(requests).iterator(), sampling, outcomes::add);
    }
    return outcomes;
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                thread.getName().startsWith("galton-endpoint-")
                    || thread.getName().matches("HttpClient-.*-SelectorManager"))
        .collect(Collectors.toSet());
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
