package org.galton.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.galton.chat.CallText;
import org.galton.chat.ChatCall;
import org.galton.chat.ChatMessage;
import org.galton.environment.Play;
import org.galton.environment.ToolCall;
import org.galton.environment.TurnForm;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Outcome;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.endpoint.SharedEndpoints;
import org.galton.model.episode.EpisodeModel;
import org.galton.model.llama.SharedCheckpoints;
import org.galton.task.Prompt;
import org.galton.task.Split;
import org.galton.task.environment.EnvironmentTask;
import org.galton.task.environment.EpisodeOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint that calls a tool: in episodes, by itself and behind the API. */
final class ServedToolsTest {
  private static final EnvironmentTask TASK =
      new EnvironmentTask("sums", EpisodeOptions.of("arithmetic/easy").withTurns(TurnForm.CHAT));
  private static final Prompt PROMPT = TASK.prompts(Split.TEST, 1, 42).get(0);
  private static final Play START = (Play) TASK.start(PROMPT, 0);
  private static final String EXPRESSION = START.state().world().marks();
  private static final String CALL =
      CallText.write(
          "", List.of(new ChatCall("", "calculator", "{\"expression\": \"" + EXPRESSION + "\"}")));
  private static final String VALUE = START.after(List.of(CALL)).state().observation();

  private static final String TOOLS =
      """
      "tools": [{"type": "function", "function": {"name": "calculator", "description": "It computes.",
        "parameters": {"type": "object", "properties": {"expression": {"type": "string"}}}}}]
      """;
  private static final String ASKED =
      "{\"messages\": [{\"role\": \"user\", \"content\": \"Compute.\"}]%s}";

  @TempDir private static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() throws IOException {
    AgentCheckpoint.write(folder.resolve("agent"), CALL, "\\boxed{" + VALUE + "}");
    server = new RunningServer(folder.resolve("agent").toString(), 8, ServeSettings.withDefaults());
  }

  @AfterAll
  static void end() {
    server.close();
  }

  private static Completion played(LanguageModel model) {
    List<Outcome> outcomes = new ArrayList<>();
    new EpisodeModel(
            model,
            request -> TASK.start(PROMPT, request.seed()),
            TASK.answerEnds(),
            text ->
                new ModelPrompt.Chat(
                    List.of(
                        new ChatMessage(ChatMessage.Role.SYSTEM, "Be brief."),
                        new ChatMessage(ChatMessage.Role.USER, text))))
        .generate(
            List.of(new Request(0, PROMPT.text(), 5)).iterator(),
            Sampling.untempered(64),
            outcomes::add);
    return (Completion) outcomes.get(0);
  }

  private static LanguageModel client() {
    return SharedEndpoints.open("endpoint:" + server.server().address() + "?model=tested");
  }

  @Test
  void anEpisodeWithAToolIsTheSameByTheDecoderAndThroughTheApi() {
    try (LanguageModel decoder = SharedCheckpoints.open(folder.resolve("agent").toString(), 8);
        LanguageModel client = client()) {
      Completion own = played(decoder);
      Play play = TASK.episode(PROMPT, own.text()).orElseThrow();
      assertThat(play.state().won()).isTrue();
      assertThat(play.played()).hasSize(2);
      assertThat(play.played().get(0).state().call())
          .contains(new ToolCall("calculator", EXPRESSION, false));
      assertThat(play.played().get(0).state().observation()).isEqualTo(VALUE);

      Completion served = played(client);
      assertThat(served.text()).isEqualTo(own.text());
      assertThat(served.promptTokens()).isEqualTo(own.promptTokens());
    }
  }

  @Test
  void aCallIsToldApartWhereToolsAreOffered() {
    JsonNode choice =
        RunningServer.answered(server.post("/chat/completions", ASKED.formatted("," + TOOLS)))
            .path("choices")
            .get(0);
    assertThat(choice.path("finish_reason").asText()).isEqualTo("tool_calls");
    assertThat(choice.path("message").path("content").isNull()).isTrue();
    JsonNode call = choice.path("message").path("tool_calls").get(0);
    assertThat(call.path("id").asText()).matches("[0-9a-f]{9}");
    assertThat(call.path("type").asText()).isEqualTo("function");
    assertThat(call.path("function").path("name").asText()).isEqualTo("calculator");
    assertThat(call.path("function").path("arguments").asText())
        .isEqualTo("{\"expression\": \"" + EXPRESSION + "\"}");

    // The message as it came, with what clients add, and the result.
    String back =
        """
        {"messages": [{"role": "user", "content": "Compute."}, %s,
          {"role": "tool", "tool_call_id": "%s", "content": "%s"}], %s}
        """
            .formatted(choice.path("message"), call.path("id").asText(), VALUE, TOOLS);
    JsonNode answer =
        RunningServer.answered(server.post("/chat/completions", back)).path("choices").get(0);
    assertThat(answer.path("message").path("content").asText()).isEqualTo("\\boxed{" + VALUE + "}");
    assertThat(answer.path("message").has("tool_calls")).isFalse();
    assertThat(answer.path("finish_reason").asText()).isEqualTo("stop");
  }

  @Test
  void withoutToolsItIsText() {
    for (String none : List.of("", "," + TOOLS + ", \"tool_choice\": \"none\"")) {
      JsonNode choice =
          RunningServer.answered(server.post("/chat/completions", ASKED.formatted(none)))
              .path("choices")
              .get(0);
      assertThat(choice.path("message").path("content").asText()).isEqualTo(CALL);
      assertThat(choice.path("message").has("tool_calls")).isFalse();
      assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
    }
  }

  @Test
  void aStreamTellsACallAndNothingOfItsText() {
    List<JsonNode> events =
        RunningServer.events(
            server.post("/chat/completions", ASKED.formatted("," + TOOLS + ", \"stream\": true")));
    StringBuilder content = new StringBuilder();
    StringBuilder arguments = new StringBuilder();
    String reason = "";
    for (JsonNode event : events) {
      JsonNode choice = event.path("choices").get(0);
      content.append(choice.path("delta").path("content").asText());
      for (JsonNode call : choice.path("delta").path("tool_calls")) {
        assertThat(call.path("index").asInt()).isZero();
        arguments.append(call.path("function").path("arguments").asText());
      }
      reason = choice.path("finish_reason").asText(reason);
    }
    assertThat(content.toString()).isEmpty();
    assertThat(arguments.toString()).isEqualTo("{\"expression\": \"" + EXPRESSION + "\"}");
    assertThat(reason).isEqualTo("tool_calls");
  }

  @Test
  void whatTheDecoderCannotPromiseIsRefused() {
    assertRefused(TOOLS + ", \"tool_choice\": \"required\"", "tool_choice", "cannot force a call");
    assertRefused(
        TOOLS + ", \"parallel_tool_calls\": false", "parallel_tool_calls", "no such thing");
    assertRefused("\"tools\": [{\"type\": \"web_search\"}]", "tools[0]", "'type' function");
    assertRefused(TOOLS.replace("\"name\"", "\"strict\": true, \"name\""), "tools[0]", "schema");
    assertRefused("\"tools\": {}", "tools", "at most 128 tools");
  }

  private static void assertRefused(String fields, String field, String words) {
    HttpResponse<String> response =
        server.post("/chat/completions", ASKED.formatted(", " + fields));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(RunningServer.field(response)).isEqualTo(field);
    assertThat(RunningServer.message(response)).contains(words);
  }
}
