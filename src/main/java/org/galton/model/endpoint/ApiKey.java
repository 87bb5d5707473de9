package org.galton.model.endpoint;

import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.galton.spec.InvalidInput;

/** The secret that a server wants, if it wants one. Shown by nothing. */
final class ApiKey {
  private static final String REDACTED = "[key]";

  private final String secret;

  private ApiKey(String secret) {
    this.secret = secret;
  }

  /**
   * @param environment from a variable's name to its value, or null
   * @throws InvalidInput when the variable is not set, or holds what no key can be
   */
  static ApiKey of(EndpointSource source, UnaryOperator<String> environment) {
    Optional<String> variable = source.keyVariable();
    if (variable.isEmpty()) {
      return new ApiKey("");
    }
    String value = environment.apply(variable.get());
    String secret = value == null ? "" : value.strip();
    if (secret.isEmpty()) {
      throw new InvalidInput(
          "Cannot ask model %s: the environment variable %s is not set; set it on every executor"
              .formatted(source.name(), variable.get()));
    }
    if (!secret.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
      throw new InvalidInput(
          "Cannot ask model %s: the environment variable %s holds spaces, line breaks or letters"
                  .formatted(source.name(), variable.get())
              + " beyond ASCII; set it to the key alone");
    }
    return new ApiKey(secret);
  }

  void sign(HttpRequest.Builder request) {
    if (!secret.isEmpty()) {
      request.setHeader("Authorization", "Bearer " + secret);
    }
  }

  /** The text without the key, wherever a server has repeated it. */
  String removedFrom(String text) {
    return secret.isEmpty() ? text : text.replace(secret, REDACTED);
  }

  @Override
  public String toString() {
    return REDACTED;
  }
}
