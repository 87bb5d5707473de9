package org.galton.model.endpoint;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.galton.spec.InvalidInput;

/** What a response's status means for the request, and for all others. */
final class StatusMeaning {
  // vLLM, SGLang and llama.cpp each have their own words for a prompt that is too long.
  private static final Pattern TOO_LONG =
      Pattern.compile("context[ _](length|size|window)|exceed_context_size");

  private final EndpointSource source;
  private final ApiKey key;

  StatusMeaning(EndpointSource source, ApiKey key) {
    this.source = source;
    this.key = key;
  }

  /** Returns when the response is an answer. */
  void pass(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 200) {
      return;
    }
    String words = ServerWords.of(response.body(), key);
    String said = words.isEmpty() ? "status " + status : "status " + status + ": " + words;
    if (status == 408 || status == 425 || status == 429 || status >= 500) {
      throw new PassingFault(
          "answered with " + said,
          response
              .headers()
              .firstValue("Retry-After")
              .flatMap(header -> RetryAfter.parse(header, Instant.now())));
    }
    if ((status == 400 || status == 413 || status == 422)
        && TOO_LONG.matcher(words.toLowerCase(Locale.ROOT)).find()) {
      throw new PromptRefused("the server answered with " + said);
    }
    if (status >= 300 && status < 500) {
      throw new InvalidInput(
          "Cannot ask model %s at %s: the server answered with %s; %s"
              .formatted(source.name(), response.uri(), said, advice(status)));
    }
    throw new PassingFault("answered with " + said);
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
