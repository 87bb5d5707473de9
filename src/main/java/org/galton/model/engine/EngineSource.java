package org.galton.model.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.spec.InvalidInput;
import org.galton.spec.QueryKeys;

/**
 * A model and the engine that is to be started for it, as a spec names them: {@code
 * serve:CHECKPOINT?engine=vllm&version=0.11.0}.
 *
 * @param checkpoint a directory, a file, or {@code builtin:NAME[@STEP]}
 * @param version of the engine; empty only for Galton's own
 * @param command words of the command, with places such as {@code {port}}
 * @param inFlight most requests that the engine has at a time
 * @param start longest time until it is healthy
 * @param restarts how often one that ended is started again
 */
public record EngineSource(
    String checkpoint,
    EnginePreset preset,
    String version,
    List<String> command,
    int inFlight,
    Duration start,
    int restarts) {
  /** What the name of such a model begins with. */
  public static final String PREFIX = "serve:";

  public EngineSource {
    command = List.copyOf(command);
  }

  /**
   * Takes a source apart.
   *
   * @throws InvalidInput listing every problem
   */
  public static EngineSource parse(String source) {
    return EngineKeys.read(source.substring(PREFIX.length()));
  }

  /**
   * Refuses a name of a model that begins with {@link #PREFIX} and is none.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static void check(String source) {
    try {
      parse(source);
    } catch (InvalidInput e) {
      throw new IllegalArgumentException(String.join("; ", e.problems()), e);
    }
  }

  /** A source of keys that a spec has one by one. */
  public static String of(String checkpoint, Map<String, String> keys) {
    return PREFIX + QueryKeys.write(checkpoint, new LinkedHashMap<>(keys));
  }

  /** The keys that a source may have. */
  public static List<String> keys() {
    return EngineKeys.KEYS;
  }

  /** As readers and tables call the model: {@code vllm:run7/step-100}. */
  public String name() {
    return preset.word() + ":" + checkpoint;
  }

  /** All that shapes a text beside the checkpoint. */
  String engine() {
    return String.join("\n", preset.word(), version, String.join(" ", command));
  }
}
