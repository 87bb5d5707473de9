package org.galton.model.endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.galton.spec.InvalidInput;
import org.galton.spec.QueryKeys;
import org.galton.spec.ValueType;

/** The keys of an {@link EndpointSource}, their ranges and their defaults. */
final class EndpointKeys {
  private static final List<String> KEYS =
      List.of(
          "model",
          "revision",
          "key_variable",
          "in_flight",
          "timeout",
          "attempts",
          "n",
          "omit",
          "max_tokens_key");
  // Upper case only: hardly any key looks like that, so none is taken for a name and shown.
  private static final String VARIABLE = "[A-Z][A-Z0-9_]*";
  private static final String EXAMPLE = "endpoint:http://localhost:8000/v1?model=NAME";

  private final String server;
  private final QueryKeys given = new QueryKeys(KEYS, this::problem);
  private final List<String> problems = new ArrayList<>();

  private EndpointKeys(String server) {
    this.server = server;
  }

  /**
   * @param text a URL, {@code ?}, and keys with values as in a query
   */
  static EndpointSource read(String text) {
    int mark = text.indexOf('?');
    URI url = url(mark < 0 ? text : text.substring(0, mark));
    EndpointKeys keys = new EndpointKeys(url.toString());
    if (mark >= 0) {
      keys.given.read(text.substring(mark + 1));
    }
    return keys.read(url);
  }

  private EndpointSource read(URI url) {
    if (given.text("model").isEmpty()) {
      problem("missing key 'model': expected the name by which the server knows it");
    }
    String model = given.value("model", ValueType.text(), "");
    Optional<String> revision =
        Optional.ofNullable(given.value("revision", ValueType.text(), null));
    Optional<String> variable = variable();
    int inFlight = given.value("in_flight", ValueType.integer(1, 4096), 64);
    int seconds = given.value("timeout", ValueType.integer(1, 86_400), 600);
    int attempts = given.value("attempts", ValueType.integer(1, 100), 8);
    int choices = given.value("n", ValueType.integer(1, 1024), 1);
    Set<String> omitted = omitted();
    String maxTokensKey =
        given.value(
            "max_tokens_key",
            ValueType.word(List.of(Dialect.MAX_TOKENS, Dialect.MAX_COMPLETION_TOKENS)),
            Dialect.MAX_TOKENS);
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    return new EndpointSource(
        url,
        model,
        revision,
        variable,
        inFlight,
        Duration.ofSeconds(seconds),
        attempts,
        choices,
        omitted,
        maxTokensKey);
  }

  /** Never shown where it is none: it may hold a name and a password. */
  private static URI url(String text) {
    try {
      URI url = new URI(text);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (http
          && url.getHost() != null
          && url.getRawUserInfo() == null
          && url.getFragment() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // As for any other address that is none.
    }
    throw new InvalidInput(
        "Cannot read a model's name that begins with endpoint: what follows is no address of a"
            + " server; expected http:// or https:// with a host and without user, password and #,"
            + " as in "
            + EXAMPLE);
  }

  private Optional<String> variable() {
    Optional<String> name = given.text("key_variable");
    if (name.isPresent() && !name.get().matches(VARIABLE)) {
      problem(
          "'key_variable' is no name of an environment variable: expected upper-case letters,"
              + " digits and _, as in VLLM_TOKEN; never put the key itself here");
    }
    return name;
  }

  private Set<String> omitted() {
    Set<String> omitted = new TreeSet<>();
    String text = given.text("omit").orElse("");
    if (given.text("omit").isPresent()) {
      for (String key : text.split(",", -1)) {
        if (QuestionKey.OMITTABLE.contains(key)) {
          omitted.add(key);
        } else {
          problem(
              "'omit' is '%s': expected some of %s"
                  .formatted(text, String.join(",", QuestionKey.OMITTABLE)));
          return omitted;
        }
      }
    }
    return omitted;
  }

  private void problem(String text) {
    problems.add("Cannot read model endpoint:" + server + ": " + text);
  }
}
