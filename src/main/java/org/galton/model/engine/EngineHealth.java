package org.galton.model.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks an engine on loopback how it is and what it has. Bounded in time and size. */
final class EngineHealth {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 1 << 20;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final int port;

  EngineHealth(int port) {
    this.port = port;
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  boolean isHealthy() throws InterruptedException {
    return send(HttpRequest.newBuilder(at("/health")).timeout(PATIENCE)).isPresent();
  }

  /** The names of its models. */
  List<String> models() throws InterruptedException {
    return json("/v1/models")
        .map(root -> root.path("data").findValuesAsText("id"))
        .orElse(List.of());
  }

  /** The version that the engine says it has, in one of the places where engines do. */
  Optional<String> version() throws InterruptedException {
    for (String place : List.of("/version", "/get_server_info", "/props")) {
      Optional<JsonNode> root = json(place);
      if (root.isPresent()) {
        String said = root.get().path("version").asText(root.get().path("build_info").asText());
        if (!said.isBlank()) {
          return Optional.of(said);
        }
      }
    }
    return Optional.empty();
  }

  /** Draws a token, so that what an engine makes on its first request is made. */
  boolean warmUp(String model, Duration longest) throws InterruptedException {
    String body =
        JSON.createObjectNode()
            .put("model", model)
            .put("prompt", "1")
            .put("max_tokens", 1)
            .toString();
    return send(HttpRequest.newBuilder(at("/v1/completions"))
            .timeout(longest)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)))
        .isPresent();
  }

  private Optional<JsonNode> json(String path) throws InterruptedException {
    Optional<String> text = send(HttpRequest.newBuilder(at(path)).timeout(PATIENCE));
    try {
      return text.isEmpty() ? Optional.empty() : Optional.ofNullable(JSON.readTree(text.get()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The body of an answer with status 200. */
  private Optional<String> send(HttpRequest.Builder request) throws InterruptedException {
    try {
      HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        String text = new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        return response.statusCode() == 200 ? Optional.of(text) : Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
