package org.galton.spec;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Keys with values behind a model's name, as in a query: {@code in_flight=8&version=0.11}. A {@code
 * +} is itself and no space.
 */
public final class QueryKeys {
  /** What is longer is no slip of a key, and may be something that is not to be shown. */
  private static final int LONGEST_SHOWN = 40;

  private final List<String> keys;
  private final Consumer<String> problems;
  private final Map<String, String> given = new HashMap<>();

  /**
   * @param keys all that there are
   * @param problems told what is wrong
   */
  public QueryKeys(List<String> keys, Consumer<String> problems) {
    this.keys = List.copyOf(keys);
    this.problems = problems;
  }

  /** Reads what stands behind the question mark. */
  public void read(String query) {
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      if (!keys.contains(key)) {
        String hint = ValueType.word(keys).hint(key);
        // A text without '=' may be anything, such as the second half of a secret.
        String shown = equals < 0 || key.length() > LONGEST_SHOWN ? "a key" : "key '" + key + "'";
        problems.accept(
            "unknown "
                + shown
                + (hint.isEmpty() ? ": expected one of " + String.join(", ", keys) : hint));
      } else if (equals < 0) {
        problems.accept("key '" + key + "' has no value: expected " + key + "=…");
      } else if (given.put(key, decoded(pair.substring(equals + 1))) != null) {
        problems.accept("key '" + key + "' is given twice: expected it once");
      }
    }
  }

  private String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      problems.accept("a % stands before no two hexadecimal digits: expected %25 for a % itself");
      return value;
    }
  }

  public Optional<String> text(String key) {
    return Optional.ofNullable(given.get(key));
  }

  public <T> T value(String key, ValueType<T> type, T fallback) {
    String text = given.get(key);
    if (text == null) {
      return fallback;
    }
    return type.parse()
        .apply(text)
        .orElseGet(
            () -> {
              problems.accept("'%s' is '%s': expected %s".formatted(key, text, type.expected()));
              return type.standIn();
            });
  }

  /** A name and keys in one text, as they are read. */
  public static String write(String name, Map<String, String> keys) {
    return name
        + keys.entrySet().stream()
            .map(key -> key.getKey() + "=" + encoded(key.getValue()))
            .collect(Collectors.joining("&", keys.isEmpty() ? "" : "?", ""));
  }

  /** A value as a query has it. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
