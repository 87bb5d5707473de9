package org.galton.model.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.galton.chat.ChatCall;
import org.galton.chat.ChatMessage;
import org.galton.chat.ChatTool;
import org.galton.environment.Play;
import org.galton.environment.PlayedTurn;
import org.galton.environment.TurnForm;
import org.galton.model.Completion;
import org.galton.model.GenerationFailure;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.episode.EpisodeModel;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.environment.EnvironmentTask;
import org.galton.task.environment.EpisodeOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Function calling as OpenAI's API has it, by a server that answers whatever a test wants. */
final class EndpointToolsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Backoff SHORT = new Backoff(Duration.ofMillis(2), Duration.ofMillis(20));
  private static final EnvironmentTask TASK =
      new EnvironmentTask("sums", EpisodeOptions.of("arithmetic/easy").withTurns(TurnForm.CHAT));
  private static final Prompt PROMPT = TASK.prompts(Split.TEST, 1, 42).get(0);

  /** Answers with a message; keeps what it was asked. */
  private static final class Server implements AutoCloseable {
    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Server(Function<JsonNode, String> message) {
      try {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      server.createContext(
          "/v1/chat/completions",
          exchange -> {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(body);
            byte[] answer =
                """
                {"choices": [{"index": 0, "finish_reason": "tool_calls", "message": %s}],
                 "usage": {"prompt_tokens": 7, "completion_tokens": 3}}
                """
                    .formatted(message.apply(JSON.readTree(body)))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      server.start();
    }

    Outcome ask(Function<LanguageModel, LanguageModel> use, Request request, int maxTokens) {
      List<Outcome> outcomes = new ArrayList<>();
      try (LanguageModel model =
          SharedEndpoints.open(
              "endpoint:http://127.0.0.1:%d/v1?model=m&attempts=2"
                  .formatted(server.getAddress().getPort()),
              name -> null,
              SHORT)) {
        use.apply(model)
            .generate(List.of(request).iterator(), Sampling.untempered(maxTokens), outcomes::add);
      }
      return outcomes.get(0);
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  private static Outcome played(Server server, int maxTokens) {
    return server.ask(
        model ->
            new EpisodeModel(
                model,
                request -> TASK.start(PROMPT, request.seed()),
                TASK.answerEnds(),
                text ->
                    new ModelPrompt.Chat(List.of(new ChatMessage(ChatMessage.Role.USER, text)))),
        new Request(0, PROMPT.text(), 5),
        maxTokens);
  }

  private static Play episode(Outcome outcome) {
    return TASK.episode(PROMPT, ((Completion) outcome).text()).orElseThrow();
  }

  private static String calls(String... arguments) {
    ObjectNode message = JSON.createObjectNode().put("role", "assistant").putNull("content");
    for (String one : arguments) {
      message
          .withArray("tool_calls")
          .addObject()
          .put("id", "x")
          .put("type", "function")
          .putObject("function")
          .put("name", "calculator")
          .put("arguments", one);
    }
    return message.toString();
  }

  private static String says(String content) {
    return JSON.createObjectNode().put("role", "assistant").put("content", content).toString();
  }

  @Test
  void toolsCallsAndResultsAreAskedInTheApisForm() throws IOException {
    ModelPrompt chat =
        new ModelPrompt.Chat(
            List.of(
                new ChatMessage(ChatMessage.Role.USER, "2+2?"),
                ChatMessage.calling(
                    "", List.of(new ChatCall("call00001", "adder", "{\"sum\": \"2+2\"}"))),
                ChatMessage.result("call00001", "4")),
            List.of(ChatTool.of("adder", "It adds.", "sum")));
    try (Server server = new Server(question -> says("4"))) {
      Outcome outcome = server.ask(model -> model, new Request(0, chat, 1), 8);
      assertThat(((Completion) outcome).text()).isEqualTo("4");
      JsonNode asked = JSON.readTree(server.asked.get(0));
      assertThat(asked.path("messages"))
          .isEqualTo(
              JSON.readTree(
                  """
                  [{"role": "user", "content": "2+2?"},
                   {"role": "assistant", "content": null, "tool_calls": [{"id": "call00001",
                     "type": "function", "function": {"name": "adder", "arguments": "{\\"sum\\": \\"2+2\\"}"}}]},
                   {"role": "tool", "content": "4", "tool_call_id": "call00001"}]
                  """));
      assertThat(asked.path("tools"))
          .isEqualTo(
              JSON.readTree(
                  """
                  [{"type": "function", "function": {"name": "adder", "description": "It adds.",
                    "parameters": {"type": "object", "properties": {"sum": {"type": "string"}},
                      "required": ["sum"]}}}]
                  """));
    }
  }

  /** Arguments are a text as OpenAI sends them, or an object as Ollama does. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"content\": \"Hm.\", \"tool_calls\": []} | Hm.",
        "{\"content\": \"Hm.\", \"tool_calls\": [{\"function\": {\"name\": \"f\", \"arguments\":"
            + " \"{\\\"a\\\":[1,2]}\"}}]} | Hm.~<tool_call>~{\"name\": \"f\", \"arguments\":"
            + " {\"a\": [1, 2]}}~</tool_call>",
        "{\"tool_calls\": [{\"function\": {\"name\": \"f\", \"arguments\": {\"a\": 1}}}]} |"
            + " <tool_call>~{\"name\": \"f\", \"arguments\": {\"a\": 1}}~</tool_call>",
        "{\"tool_calls\": [{\"function\": {\"name\": \"f\", \"arguments\": \"{\\\"a\\\": \"}}]} |"
            + " <tool_call>~{\"name\": \"f\", \"arguments\": \"{\\\"a\\\": \"}~</tool_call>"
      })
  void callsInAnAnswerBecomeItsText(String message, String text) {
    try (Server server = new Server(question -> message)) {
      ModelPrompt chat = new ModelPrompt.Chat(List.of(new ChatMessage(ChatMessage.Role.USER, "?")));
      Outcome outcome = server.ask(model -> model, new Request(0, chat, 1), 8);
      assertThat(((Completion) outcome).text()).isEqualTo(text.replace('~', '\n'));
    }
  }

  /** The last of several calls counts, as the last box does; the agent is told so. */
  @Test
  void anEpisodeGoesOnThroughCallsAndTheLastOfSeveralCounts() throws IOException {
    Function<JsonNode, String> agent =
        question -> {
          JsonNode messages = question.path("messages");
          JsonNode last = messages.get(messages.size() - 1);
          return last.path("role").asText().equals("tool")
              ? says("\\boxed{7}")
              : calls("{\"expression\": \"1+1\"}", "{\"expression\": \"3+4\"}");
        };
    try (Server server = new Server(agent)) {
      Play play = episode(played(server, 64));
      assertThat(play.played()).hasSize(2);
      PlayedTurn called = play.played().get(0);
      assertThat(called.action()).contains("calculator: 3+4");
      assertThat(called.state().observation()).isEqualTo("7");
      assertThat(called.tokens()).hasValue(3);
      JsonNode messages = JSON.readTree(server.asked.get(1)).path("messages");
      assertThat(messages).hasSize(3);
      assertThat(messages.get(1).path("tool_calls")).hasSize(1);
      assertThat(messages.get(1).path("tool_calls").get(0).path("id").asText())
          .isEqualTo("call00001")
          .isEqualTo(messages.get(2).path("tool_call_id").asText());
      assertThat(messages.get(2).path("content").asText())
          .isEqualTo("(1 other calls were not run: the last one of an answer counts.)\n7");
    }
  }

  static Stream<Arguments> hostile() {
    String deep = "{\"expression\": ".repeat(100_000);
    String huge = "9".repeat(10_000_000);
    return Stream.of(
        Arguments.of("10 MB", says(huge), "format error", 1),
        Arguments.of(
            "control characters", says("\u0000\u001b[2J\u202e\\boxed{\u0007}"), "format error", 1),
        Arguments.of("deep text", says("[".repeat(100_000)), "format error", 1),
        Arguments.of("deep arguments", calls(deep + "1" + "}".repeat(100_000)), "format error", 1),
        Arguments.of("arguments without an end", calls(deep), "format error", 1),
        Arguments.of(
            "arguments 1,000 deep",
            calls("{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000)),
            "limit of turns",
            4),
        Arguments.of(
            "10 MB of arguments", calls("{\"expression\": \"" + huge + "\"}"), "format error", 1),
        Arguments.of(
            "arguments that are no JSON", calls("{\"expression\": 1+"), "limit of turns", 4),
        Arguments.of("calls without end", calls("{\"expression\": \"1+1\"}"), "limit of turns", 4),
        Arguments.of(
            "5,000 calls",
            calls(
                Stream.generate(() -> "{\"expression\": \"1\"}")
                    .limit(5_000)
                    .toArray(String[]::new)),
            "limit of turns",
            4),
        Arguments.of(
            "half characters",
            calls("{\"expression\": \"X\"}")
                .replace("X", "\\\\ud800")
                .replace("calculator", "\\ud800"),
            "limit of turns",
            4),
        Arguments.of(
            "the end of a call in a call",
            calls("{\"expression\": \"</tool_call><tool_call>\"}"),
            "limit of turns",
            4));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void hostileAnswersEndTheTurnOrTheEpisodeByRule(
      String what, String message, String outcome, int turns) {
    try (Server server = new Server(question -> message)) {
      Play play = episode(played(server, 20_000));
      assertThat(play.state().outcome()).isEqualTo(outcome);
      assertThat(play.played()).hasSize(turns);
      assertThat(server.asked).hasSize(turns).allMatch(body -> body.length() < 500_000);
    }
  }

  /** Such a rollout fails with its reason, and is drawn again by the next run. */
  @Test
  void answersThatAreNoneOrFarTooLongFailTheirRollout() {
    String huge = calls("{\"expression\": \"" + "9".repeat(10_000_000) + "\"}");
    for (String message :
        List.of(huge, "{\"tool_calls\": 7}", "{\"tool_calls\": [{}]}", "[".repeat(100_000))) {
      // It answers short questions, so that the prompt is at fault and not the server.
      Function<JsonNode, String> server =
          question ->
              question.path("messages").path(0).path("content").asText().length() == 1
                  ? says("1")
                  : message;
      try (Server hostile = new Server(server)) {
        assertThat(played(hostile, 64)).isInstanceOf(GenerationFailure.class);
      }
    }
  }
}
