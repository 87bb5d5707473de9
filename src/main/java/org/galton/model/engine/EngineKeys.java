package org.galton.model.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.galton.spec.HomeFolder;
import org.galton.spec.InvalidInput;
import org.galton.spec.QueryKeys;
import org.galton.spec.ValueType;

/** The keys of an {@link EngineSource}, their ranges and their defaults. */
final class EngineKeys {
  static final List<String> KEYS =
      List.of("engine", "version", "arguments", "command", "in_flight", "start", "restarts");

  private final String checkpoint;
  private final QueryKeys given = new QueryKeys(KEYS, this::problem);
  private final List<String> problems = new ArrayList<>();

  private EngineKeys(String checkpoint) {
    this.checkpoint = checkpoint;
  }

  static EngineSource read(String text) {
    int mark = text.indexOf('?');
    EngineKeys keys = new EngineKeys(HomeFolder.expand(mark < 0 ? text : text.substring(0, mark)));
    if (mark >= 0) {
      keys.given.read(text.substring(mark + 1));
    }
    return keys.read();
  }

  private EngineSource read() {
    if (checkpoint.isBlank()) {
      problem("it names no checkpoint: expected a directory, a file or builtin:NAME");
    }
    String engine =
        given.value("engine", ValueType.word(EnginePreset.words()), EnginePreset.GALTON.word());
    EnginePreset preset =
        EnginePreset.words().contains(engine) ? EnginePreset.of(engine) : EnginePreset.OTHER;
    if (preset != EnginePreset.GALTON && given.text("version").isEmpty()) {
      problem(
          "missing key 'version': expected the version of the engine, which belongs to what is drawn");
    }
    String version = given.value("version", ValueType.text(), "");
    EngineSource source =
        new EngineSource(
            checkpoint,
            preset,
            version,
            command(preset),
            given.value("in_flight", ValueType.integer(1, 4096), 64),
            Duration.ofSeconds(given.value("start", ValueType.integer(1, 86_400), 1800)),
            given.value("restarts", ValueType.integer(0, 100), 3));
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    return source;
  }

  private List<String> command(EnginePreset preset) {
    String command = given.value("command", ValueType.text(), "");
    String arguments = given.value("arguments", ValueType.text(), "");
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

  private void problem(String text) {
    problems.add("Cannot read model serve:" + checkpoint + ": " + text);
  }
}
