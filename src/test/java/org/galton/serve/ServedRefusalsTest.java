package org.galton.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server refuses, and whom. */
final class ServedRefusalsTest {
  private static final String MODEL = "builtin:abacus@894";
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = new RunningServer(MODEL, 4, ServeSettings.withDefaults());
  }

  @AfterAll
  static void end() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"temprature\": 1 | temprature | Unknown field 'temprature' (did you mean 'temperature'?)",
        "\"logit_bias\": {\"5\": 1} | logit_bias | Cannot draw with 'logit_bias'",
        "\"presence_penalty\": 0.5 | presence_penalty | or send 0",
        "\"echo\": 1 | echo | expected true or false",
        "\"best_of\": 3 | best_of | or send 1",
        "\"top_p\": 0 | top_p | Invalid top_p 0.0: expected above 0 and at most 1",
        "\"temperature\": \"hot\" | temperature | Invalid 'temperature' \"hot\": expected a number",
        "\"max_tokens\": 0 | max_tokens | expected a whole number from 1",
        "\"n\": 1025 | n | expected a whole number from 1 to 1024",
        "\"seed\": 9223372036854775808 | seed | at most 64 bits",
        "\"logprobs\": 21 | logprobs | from 0 to 20",
        "\"stop\": [1] | stop | a text or a list",
        "\"stop\": \"\" | stop | no empty string",
        "\"stream_options\": {\"include_usage\": true} | stream_options | 'stream' true",
        "\"model\": \"gpt\" | model | this server has tested"
      })
  void whatItCannotDoIsRefusedByName(String field, String name, String words) {
    HttpResponse<String> response =
        server.post("/completions", "{\"prompt\": \"1\", " + field + "}");
    assertThat(response.statusCode()).isEqualTo(name.equals("model") ? 404 : 400);
    assertThat(RunningServer.field(response)).isEqualTo(name);
    assertThat(RunningServer.message(response)).contains(words);
  }

  @Test
  void whatOnlySaysThatItIsOffIsTaken() {
    server.completions(
        """
        {"prompt": "1+1=?\\n", "presence_penalty": 0, "frequency_penalty": 0.0, "repetition_penalty": 1,
         "top_k": -1, "best_of": 1, "logit_bias": null, "suffix": null, "user": "me", "echo": false}
        """);
  }

  @Test
  void hostileBodiesAreRefused() {
    assertThat(server.post("/completions", "[".repeat(100_000)).statusCode()).isEqualTo(400);
    assertThat(server.post("/completions", "{\"prompt\": \"1\"} {}").statusCode()).isEqualTo(400);
    assertThat(server.post("/completions", "{\"n\":1,\"n\":2}").statusCode()).isEqualTo(400);
    assertThat(server.post("/completions", "").statusCode()).isEqualTo(400);
    HttpResponse<String> ids = server.post("/completions", "{\"prompt\": [98]}");
    assertThat(RunningServer.message(ids))
        .isEqualTo("Cannot continue token id 98: expected one from 0 to 97");
    HttpResponse<String> letters = server.post("/completions", "{\"prompt\": \"\"}");
    assertThat(RunningServer.message(letters)).startsWith("Cannot continue an empty prompt");
    HttpResponse<String> longPrompt =
        server.post("/completions", "{\"prompt\": \"" + "1".repeat(128) + "\"}");
    assertThat(RunningServer.message(longPrompt)).contains("maximum context length is 128 tokens");
    HttpResponse<String> chat =
        server.post(
            "/chat/completions", "{\"messages\": [{\"role\": \"user\", \"content\": \"1\"}]}");
    assertThat(RunningServer.field(chat)).isEqualTo("messages");
    assertThat(RunningServer.message(chat)).contains("it has no chat template");
  }

  /** A page in a browser cannot draw: it would have to say where it comes from. */
  @Test
  void pagesOfTheWebAreNotLetIn() throws Exception {
    assertThat(
            server.post("/completions", "{\"prompt\": \"1\"}", "Origin", "http://a.b").statusCode())
        .isEqualTo(403);
    assertThat(status("POST /v1/completions HTTP/1.1\r\nHost: a.b\r\nContent-Length: 0\r\n\r\n"))
        .isEqualTo(421);
    assertThat(
            status(
                "POST /v1/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                    + "Content-Length: 2\r\n\r\n{}"))
        .isEqualTo(415);
  }

  private static int status(String request) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.at("").getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] head = socket.getInputStream().readNBytes(12);
      return Integer.parseInt(new String(head, 9, 3, StandardCharsets.US_ASCII));
    }
  }

  @Test
  void theKeyIsAskedForAndTheEndIsAnnounced() throws Exception {
    try (RunningServer locked =
        new RunningServer(MODEL, 1, ServeSettings.withDefaults().withKey("sk-secret"))) {
      String body = "{\"prompt\": \"1+1=?\\n\", \"n\": 8}";
      assertThat(locked.post("/completions", body).statusCode()).isEqualTo(401);
      assertThat(locked.post("/completions", body, "Authorization", "Bearer sk-secre").statusCode())
          .isEqualTo(401);
      ExecutorService thread = Executors.newSingleThreadExecutor();
      Future<HttpResponse<String>> answer =
          thread.submit(
              () -> locked.post("/completions", body, "Authorization", "Bearer sk-secret"));
      String[] key = {"Authorization", "Bearer sk-secret"};
      locked.await(() -> locked.metric("galton_completions_open", key) == 8);
      assertThat(locked.get(locked.beside("/health")).statusCode()).isEqualTo(200);
      assertThat(locked.server().drain(Duration.ofSeconds(20))).isZero();
      assertThat(RunningServer.answered(answer.get()).path("choices")).hasSize(8);
      assertThat(
              locked.post("/completions", body, "Authorization", "Bearer sk-secret").statusCode())
          .isEqualTo(503);
      thread.shutdown();
    }
  }

  @Test
  void aPortThatIsTakenIsSaid() {
    int port = server.at("").getPort();
    assertThatThrownBy(
            () ->
                new RunningServer(
                        MODEL, 1, ServeSettings.withDefaults().at(ServeSettings.LOOPBACK, port))
                    .close())
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot listen on 127.0.0.1 port " + port);
  }

  @Test
  void itSaysWhichModelItHas() {
    JsonNode model = RunningServer.answered(server.get(server.at("/models"))).path("data").get(0);
    assertThat(model.path("id").asText()).isEqualTo("tested");
    assertThat(model.path("owned_by").asText()).isEqualTo("galton");
    assertThat(model.path("digest").asText()).matches("[0-9a-f]{32}");
    assertThat(server.get(server.at("/models/tested")).statusCode()).isEqualTo(200);
    assertThat(server.get(server.at("/models/other")).statusCode()).isEqualTo(404);
    assertThat(server.get(server.beside("/health")).body()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(server.get(server.at("/completions")).statusCode()).isEqualTo(405);
  }
}
