package org.galton.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.galton.serve.api.ApiProblem;

/**
 * Who is let in. With a key, whoever sends it. Without one, programs and no pages of the web: a
 * page in a browser of this machine can reach loopback, too, but has to say where it comes from,
 * cannot send JSON to another origin unasked, and knows this machine by its own name only.
 */
final class Door {
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Who looks after servers has no key, and learns nothing else. */
  static final String HEALTH = "/health";

  private static final String SCHEME = "bearer ";

  private final Optional<String> key;
  private final boolean onLoopback;

  Door(Optional<String> key, InetAddress address) {
    this.key = key;
    this.onLoopback = address.isLoopbackAddress();
  }

  /**
   * @throws ApiProblem when this request is not let in
   */
  void pass(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    if (onLoopback && !isOwn(headers.getFirst("Host"))) {
      throw ApiProblem.of(421, "Cannot answer to this name: ask 127.0.0.1 or localhost");
    }
    if (key.isPresent() && !exchange.getRequestURI().getPath().equals(HEALTH)) {
      String given = headers.getFirst("Authorization");
      if (given == null || !hasKey(given)) {
        throw ApiProblem.locked(
            "Cannot let you in: send the server's key, as in 'Authorization: Bearer KEY'");
      }
    }
    if (key.isEmpty() && headers.containsKey("Origin")) {
      throw ApiProblem.of(
          403, "Cannot answer to pages of the web: start the server with a key for them");
    }
  }

  /** Bodies are JSON and say so: without that, a page of the web could send them. */
  static void requireJson(HttpExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null
        || !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json")) {
      throw ApiProblem.of(
          415, "Cannot read this body: send the header 'Content-Type: application/json'");
    }
  }

  private static boolean isOwn(String host) {
    return host != null && OWN_NAMES.contains(host.replaceFirst(":[0-9]{1,5}$", ""));
  }

  private boolean hasKey(String authorization) {
    return authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
        && MessageDigest.isEqual(
            authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8),
            key.orElseThrow().getBytes(StandardCharsets.UTF_8));
  }
}
