package org.galton.model.engine;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.galton.spec.HomeFolder;
import org.galton.spec.InvalidInput;
import org.galton.spec.ValueType;

/** The keys of an {@link EngineSource}, their ranges and their defaults. */
final class EngineKeys {
  static final List<String> KEYS =
      List.of("engine", "version", "arguments", "command", "in_flight", "start", "restarts");

  private final String checkpoint;
  private final Map<String, String> given = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  private EngineKeys(String checkpoint) {
    this.checkpoint = checkpoint;
  }

  static String write(String checkpoint, Map<String, String> keys) {
    return checkpoint
        + keys.entrySet().stream()
            .map(
                key ->
                    key.getKey() + "=" + URLEncoder.encode(key.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", keys.isEmpty() ? "" : "?", ""));
  }

  static EngineSource read(String text) {
    int mark = text.indexOf('?');
    EngineKeys keys = new EngineKeys(HomeFolder.expand(mark < 0 ? text : text.substring(0, mark)));
    if (mark >= 0) {
      keys.split(text.substring(mark + 1));
    }
    return keys.read();
  }

  private EngineSource read() {
    if (checkpoint.isBlank()) {
      problem("it names no checkpoint: expected a directory, a file or builtin:NAME");
    }
    String engine =
        value("engine", ValueType.word(EnginePreset.words()), EnginePreset.GALTON.word());
    EnginePreset preset =
        EnginePreset.words().contains(engine) ? EnginePreset.of(engine) : EnginePreset.OTHER;
    if (preset != EnginePreset.GALTON && !given.containsKey("version")) {
      problem(
          "missing key 'version': expected the version of the engine, which belongs to what is drawn");
    }
    String version = value("version", ValueType.text(), "");
    EngineSource source =
        new EngineSource(
            checkpoint,
            preset,
            version,
            command(preset),
            value("in_flight", ValueType.integer(1, 4096), 64),
            Duration.ofSeconds(value("start", ValueType.integer(1, 86_400), 1800)),
            value("restarts", ValueType.integer(0, 100), 3));
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    return source;
  }

  private List<String> command(EnginePreset preset) {
    String command = value("command", ValueType.text(), "");
    String arguments = value("arguments", ValueType.text(), "");
    if (preset == EnginePreset.OTHER && command.isEmpty()) {
      problem("missing key 'command': expected the words that start engine 'other'");
    }
    if (!command.isEmpty() && preset == EnginePreset.GALTON) {
      problem("'command' is given for Galton's own engine: expected 'arguments', or engine=other");
    }
    String all = command.isEmpty() ? preset.template() : command;
    if (!all.isEmpty() && !all.contains("{port}")) {
      problem("'command' is '" + all + "': expected {port} in it, which Galton chooses");
    }
    // Divided at spaces, by no shell.
    return Arrays.stream((all + " " + arguments).strip().split("\\s+", -1)).toList();
  }

  private void split(String query) {
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      if (!KEYS.contains(key)) {
        problem(
            "unknown key '%s'%s: expected one of %s"
                .formatted(key, ValueType.word(KEYS).hint(key), String.join(", ", KEYS)));
      } else if (equals < 0) {
        problem("key '" + key + "' has no value: expected " + key + "=…");
      } else if (given.put(key, decoded(pair.substring(equals + 1))) != null) {
        problem("key '" + key + "' is given twice: expected it once");
      }
    }
  }

  private String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      problem("a % stands before no two hexadecimal digits: expected %25 for a % itself");
      return value;
    }
  }

  private <T> T value(String key, ValueType<T> type, T fallback) {
    String text = given.get(key);
    if (text == null) {
      return fallback;
    }
    return type.parse()
        .apply(text)
        .orElseGet(
            () -> {
              problem("'%s' is '%s': expected %s".formatted(key, text, type.expected()));
              return type.standIn();
            });
  }

  private void problem(String text) {
    problems.add("Cannot read model serve:" + checkpoint + ": " + text);
  }
}
