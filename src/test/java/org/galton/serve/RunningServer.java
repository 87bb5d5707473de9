package org.galton.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.llama.Placement;
import org.galton.model.llama.ServedCheckpoint;
import org.galton.serve.api.Limits;
import org.galton.serve.api.ModelApi;
import org.galton.serve.api.ServedModel;

/** A server in this process, and a client of it. */
final class RunningServer implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final ServedCheckpoint checkpoint;
  private final ModelServer server;

  RunningServer(String source, int slots, ServeSettings settings) {
    checkpoint = ServedCheckpoint.open(source, new Configuration(false), Placement.CPU, 2, slots);
    ServedModel model = new ServedModel(checkpoint, List.of("tested"), "0", 1_700_000_000);
    server = ModelServer.start(new ModelApi(model, new Limits(settings.completions())), settings);
  }

  ModelServer server() {
    return server;
  }

  /** Where the API begins. */
  URI at(String resource) {
    return URI.create(server.address() + resource);
  }

  URI beside(String resource) {
    return URI.create(server.address().replace("/v1", "") + resource);
  }

  HttpResponse<String> post(String resource, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(resource))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> get(URI address, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The answer to completions that are given. */
  JsonNode completions(String body) {
    return answered(post("/completions", body));
  }

  static JsonNode answered(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return json(response.body());
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String field(HttpResponse<String> response) {
    return json(response.body()).path("error").path("param").asText();
  }

  static String message(HttpResponse<String> response) {
    return json(response.body()).path("error").path("message").asText();
  }

  static List<String> texts(JsonNode answer) {
    List<String> texts = new ArrayList<>();
    answer.path("choices").forEach(choice -> texts.add(choice.path("text").asText()));
    return texts;
  }

  /** The events of a stream, without the mark of its end. */
  static List<JsonNode> events(HttpResponse<String> response) {
    List<String> lines = response.body().lines().filter(line -> line.startsWith("data: ")).toList();
    if (!lines.get(lines.size() - 1).equals("data: [DONE]")) {
      throw new AssertionError(response.body());
    }
    return lines.subList(0, lines.size() - 1).stream()
        .map(line -> json(line.substring("data: ".length())))
        .toList();
  }

  /** A figure of {@code /metrics}. */
  long metric(String name, String... headers) {
    return get(beside("/metrics"), headers)
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }

  interface Condition {
    boolean holds() throws Exception;
  }

  void await(Condition condition) throws Exception {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.holds()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("not within 20 s: " + get(beside("/metrics")).body());
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Override
  public void close() {
    server.close();
    checkpoint.close();
  }
}
