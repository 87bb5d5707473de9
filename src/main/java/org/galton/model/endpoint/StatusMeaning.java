package org.galton.model.endpoint;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import org.galton.spec.InvalidInput;

/** What a response's status means for the request, and for all others. */
final class StatusMeaning {
  private static final Set<Integer> REFUSED = Set.of(400, 403, 413, 422);

  private final EndpointSource source;
  private final ApiKey key;

  StatusMeaning(EndpointSource source, ApiKey key) {
    this.source = source;
    this.key = key;
  }

  /**
   * Returns when the response is an answer.
   *
   * @param choices how many were asked for
   * @throws PassingFault when another attempt may go better
   * @throws Refused when the question is
   * @throws SingleOnly when only one choice is given
   * @throws InvalidInput when it is neither
   */
  void pass(HttpResponse<byte[]> response, int choices) {
    int status = response.statusCode();
    if (status == 200) {
      return;
    }
    String words = ServerWords.of(response.body(), key);
    String said = words.isEmpty() ? "status " + status : "status " + status + ": " + words;
    String whole = ServerWords.whole(response.body());
    if (choices > 1 && status >= 500 && RefusalWords.isOneChoice(whole)) {
      throw new SingleOnly();
    }
    if (status == 408 || status == 425 || status == 429 || status >= 500) {
      throw new PassingFault(
          "answered with " + said,
          response
              .headers()
              .firstValue("Retry-After")
              .flatMap(header -> RetryAfter.parse(header, Instant.now())));
    }
    if (REFUSED.contains(status)) {
      throw new Refused(status, "answered with " + said, whole);
    }
    if (status >= 300 && status < 500) {
      throw refusedAll(response.uri(), "answered with " + said, status);
    }
    throw new PassingFault("answered with " + said);
  }

  /** For what only the user can put right. */
  InvalidInput refusedAll(URI asked, String said, int status) {
    return new InvalidInput(
        "Cannot ask model %s at %s: the server %s; %s"
            .formatted(source.name(), asked, said, advice(status)));
  }

  private String advice(int status) {
    if (status < 400) {
      return "name the address to which this one redirects";
    }
    return switch (status) {
      case 401, 403 ->
          source
              .keyVariable()
              .map(name -> "set the environment variable " + name + " to a key that it takes")
              .orElse(
                  "name the environment variable that holds its key, as in key_variable=VLLM_TOKEN");
      case 404, 405 ->
          "name a model that it serves, and the address where its API begins, mostly …/v1";
      default -> "ask it for what it takes, or start it with what the sweep needs";
    };
  }
}
