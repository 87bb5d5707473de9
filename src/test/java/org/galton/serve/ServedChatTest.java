package org.galton.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.galton.chat.ChatMessage;
import org.galton.model.Completion;
import org.galton.model.LanguageModel;
import org.galton.model.ModelPrompt;
import org.galton.model.Request;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;
import org.galton.model.endpoint.SharedEndpoints;
import org.galton.model.llama.CheckpointWriter;
import org.galton.model.llama.SharedCheckpoints;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.decoding.RandomModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that draws bytes, most of which are parts of characters, behind the API. */
final class ServedChatTest {
  private static final String ASKED =
      """
      {"messages": [{"role": "system", "content": "Sé breve."},
                    {"role": "user", "content": [{"type": "text", "text": "1+"}, {"type": "text", "text": "1?"}]}],
       "seed": 5, "n": 4, "max_completion_tokens": 50%s}
      """;

  @TempDir private static Path folder;
  private static RunningServer server;

  @BeforeAll
  static void start() throws IOException {
    LlamaConfig config =
        new LlamaConfig(ByteTokenizer.SIZE, 32, 2, 4, 2, 8, 48, 256, 1e-5, 10_000, true);
    try (RandomModel random = new RandomModel(config, 1)) {
      new CheckpointWriter(config, ByteTokenizer.json(), 0)
          .write(folder.resolve("model"), random.weights, "{}".getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(
        folder.resolve("model/chat_template.jinja"),
        "{% for m in messages %}<{{ m.role }}>{{ m.content }}\n{% endfor %}<assistant>");
    server = new RunningServer(folder.resolve("model").toString(), 8, ServeSettings.withDefaults());
  }

  @AfterAll
  static void end() {
    server.close();
  }

  @Test
  void aChatGoesThroughTheCheckpointsTemplate() {
    JsonNode answer = RunningServer.answered(server.post("/chat/completions", ASKED.formatted("")));
    List<String> asText =
        RunningServer.texts(
            server.completions(
                """
                {"prompt": "<system>Sé breve.\\n<user>1+1?\\n<assistant>", "seed": 5, "n": 4, "max_tokens": 50}
                """));
    assertThat(contents(answer)).isEqualTo(asText);
    assertThat(answer.path("object").asText()).isEqualTo("chat.completion");
    assertThat(answer.path("choices").get(0).path("message").path("role").asText())
        .isEqualTo("assistant");
  }

  private static List<String> contents(JsonNode answer) {
    List<String> contents = new ArrayList<>();
    answer
        .path("choices")
        .forEach(choice -> contents.add(choice.path("message").path("content").asText()));
    return contents;
  }

  /** Bytes at random: each text has characters that come in parts, and parts of none. */
  @Test
  void aStreamCutsNoCharacter() {
    List<String> whole =
        contents(RunningServer.answered(server.post("/chat/completions", ASKED.formatted(""))));
    assertThat(whole).allMatch(text -> text.contains("\uFFFD"));
    List<JsonNode> events =
        RunningServer.events(
            server.post("/chat/completions", ASKED.formatted(", \"stream\": true")));
    String[] streamed = {"", "", "", ""};
    for (JsonNode event : events) {
      JsonNode choice = event.path("choices").get(0);
      streamed[choice.path("index").asInt()] += choice.path("delta").path("content").asText();
    }
    assertThat(List.of(streamed)).isEqualTo(whole);
    assertThat(events.get(0).path("choices").get(0).path("delta").path("role").asText())
        .isEqualTo("assistant");
  }

  @Test
  void aTokensBytesAreToldWhereTheyAreKnown() {
    JsonNode content =
        RunningServer.answered(
                server.post(
                    "/chat/completions",
                    ASKED.formatted(", \"logprobs\": true, \"top_logprobs\": 3")))
            .path("choices")
            .get(0)
            .path("logprobs")
            .path("content");
    assertThat(content).isNotEmpty();
    for (JsonNode token : content) {
      assertThat(token.path("top_logprobs")).hasSize(3);
      assertThat(token.path("top_logprobs").get(0).path("logprob").asDouble())
          .isGreaterThanOrEqualTo(token.path("logprob").asDouble());
      assertThat(token.path("bytes").isNull())
          .isEqualTo(token.path("token").asText().contains("\uFFFD"));
    }
  }

  @Test
  void galtonsOwnClientChatsAsTheDecoderDoes() {
    ModelPrompt chat =
        new ModelPrompt.Chat(List.of(new ChatMessage(ChatMessage.Role.USER, "¿2+2?")));
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      requests.add(new Request(i, chat, Uniforms.seed(9, i)));
    }
    Sampling sampling = new Sampling(0.8, 50, 1, 0, 30, List.of());
    List<Completion> own = new ArrayList<>();
    List<Completion> served = new ArrayList<>();
    try (LanguageModel decoder = SharedCheckpoints.open(folder.resolve("model").toString(), 8);
        LanguageModel client =
            SharedEndpoints.open("endpoint:" + server.server().address() + "?model=tested")) {
      decoder.generate(requests.iterator(), sampling, one -> own.add((Completion) one));
      client.generate(requests.iterator(), sampling, one -> served.add((Completion) one));
    }
    assertThat(sorted(served)).isEqualTo(sorted(own));
  }

  private static List<String> sorted(List<Completion> completions) {
    return completions.stream()
        .map(one -> "%d %.3f %s".formatted(one.request().id(), one.logprobSum(), one.text()))
        .sorted()
        .toList();
  }

  @Test
  void whatNoTemplateCanSayIsRefusedByItsPlace() {
    assertRefused(
        "[{\"role\": \"developer\", \"content\": \"1\"}]",
        "messages[0].role",
        "expected system, user, assistant or tool");
    assertRefused(
        "[{\"role\": \"tool\", \"content\": \"1\"}]", "messages[0]", "Missing 'tool_call_id'");
    assertRefused(
        "[{\"role\": \"assistant\", \"tool_calls\": [{\"id\": \"1\", \"function\": {\"name\": \"f\", \"arguments\": \"[]\"}}]}]",
        "messages[0].tool_calls[0]",
        "the text of a JSON object");
    assertRefused(
        "[{\"role\": \"user\", \"content\": \"1\", \"tool_calls\": []}]",
        "messages[0].tool_calls",
        "Unknown field");
    assertRefused("[{\"role\": \"user\"}]", "messages[0]", "Missing 'content'");
    assertRefused(
        "[{\"role\": \"user\", \"content\": \"1\", \"name\": \"a\"}]",
        "messages[0].name",
        "Unknown field 'name'");
    assertRefused(
        "[{\"role\": \"user\", \"content\": [{\"type\": \"image_url\"}]}]",
        "messages[0].content",
        "parts of type text");
    assertRefused("[]", "messages", "at least one message");
  }

  private static void assertRefused(String messages, String field, String words) {
    HttpResponse<String> response =
        server.post("/chat/completions", "{\"messages\": " + messages + "}");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(RunningServer.field(response)).isEqualTo(field);
    assertThat(RunningServer.message(response)).contains(words);
  }
}
