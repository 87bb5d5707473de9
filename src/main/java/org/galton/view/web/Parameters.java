package org.galton.view.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parameters of an address: what a page shows. An empty one is none. */
public record Parameters(Map<String, String> values) {
  public Parameters {
    values = new LinkedHashMap<>(values);
  }

  public static Parameters none() {
    return new Parameters(Map.of());
  }

  /**
   * @param query as it stands in an address; null for none
   * @throws IllegalArgumentException when its escapes are broken
   */
  public static Parameters of(String query) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : (query == null ? "" : query).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && equals + 1 < pair.length()) {
        values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return new Parameters(values);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** For forms: what stands in a field. */
  public String text(String name) {
    return values.getOrDefault(name, "");
  }

  public Parameters with(String name, String value) {
    Parameters changed = without(name);
    changed.values.put(name, value);
    return changed;
  }

  public Parameters without(String... names) {
    Parameters changed = new Parameters(values);
    for (String name : names) {
      changed.values.remove(name);
    }
    return changed;
  }

  public Parameters only(String name) {
    Parameters only = none();
    find(name).ifPresent(value -> only.values.put(name, value));
    return only;
  }

  /** With the question mark; empty where there are none. */
  public String query() {
    return values.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&", values.isEmpty() ? "" : "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
