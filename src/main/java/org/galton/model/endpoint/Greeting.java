package org.galton.model.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;

/**
 * Asks a server who it is: {@code /models}, which all have, and {@code /props}, which llama.cpp has
 * beside its API. Bounded in time and size; whatever else comes is no answer, and no fault.
 */
final class Greeting {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final long MOST_BYTES = 1 << 20;
  private static final String GALTON = "galton";
  private static final String LLAMA_CPP = "llamacpp";
  private static final int OK = 200;
  private static final int MOST_SLOTS = 4096;

  private final ApiKey key;
  private final HttpClient http;

  private Greeting(ApiKey key, HttpClient http) {
    this.key = key;
    this.http = http;
  }

  /** Empty where there is no server yet. */
  static Optional<ServerFacts> of(EndpointSource source, ApiKey key, HttpClient http) {
    Greeting greeting = new Greeting(key, http);
    try {
      JsonNode models = greeting.get(source.at("models"));
      String owner = models.path("data").path(0).path("owned_by").asText();
      if (owner.equals(GALTON)) {
        return Optional.of(new ServerFacts(ServerKind.GALTON, OptionalInt.empty()));
      }
      if (!owner.equals(LLAMA_CPP)) {
        return Optional.of(ServerFacts.UNKNOWN);
      }
      JsonNode slots = greeting.get(source.besideApi("props")).path("total_slots");
      boolean told = slots.canConvertToInt() && slots.asInt() > 0 && slots.asInt() <= MOST_SLOTS;
      return Optional.of(
          new ServerFacts(
              ServerKind.LLAMA_CPP, told ? OptionalInt.of(slots.asInt()) : OptionalInt.empty()));
    } catch (IOException e) {
      return isAbsent(e) ? Optional.empty() : Optional.of(ServerFacts.UNKNOWN);
    }
  }

  private JsonNode get(URI address) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(LONGEST).GET();
    key.sign(request);
    try {
      HttpResponse<byte[]> response =
          http.send(request.build(), head -> new BoundedBody(MOST_BYTES, LONGEST));
      return response.statusCode() == OK
          ? JSON.readTree(new String(response.body(), StandardCharsets.UTF_8))
          : MissingNode.getInstance();
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted while a request was in flight");
    }
  }

  private static boolean isAbsent(IOException failure) {
    for (Throwable link = failure; link != null; link = link.getCause()) {
      if (Connection.isAbsent(link)) {
        return true;
      }
    }
    return false;
  }
}
