package org.galton.model.llama;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.spec.InvalidInput;

/**
 * The models that the jar ships: {@code builtin:NAME} is the last checkpoint, {@code
 * builtin:NAME@STEP} any of them. A model's folder holds one folder a checkpoint and a file {@code
 * steps} that lists them.
 */
public final class Builtin {
  /** What a built-in model's source begins with. */
  public static final String PREFIX = "builtin:";

  /** Names of the models. */
  public static final List<String> NAMES = List.of("abacus", "crowd", "rambler");

  private Builtin() {}

  /** Training steps of a model's checkpoints, ascending. */
  public static List<Integer> steps(String model) {
    try (InputStream in = Builtin.class.getResourceAsStream(folder(model) + "steps")) {
      if (in == null) {
        throw new InvalidInput(
            "Cannot find "
                + PREFIX
                + model
                + ": the built-in models are "
                + String.join(", ", NAMES));
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .map(Integer::valueOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CheckpointFiles files(String source) {
    String[] parts = source.substring(PREFIX.length()).split("@", 2);
    List<Integer> steps = steps(parts[0]);
    String step = parts.length == 2 ? parts[1] : steps.get(steps.size() - 1).toString();
    if (steps.stream().noneMatch(known -> known.toString().equals(step))) {
      throw new InvalidInput(
          "Cannot find " + source + ": the checkpoints of " + parts[0] + " are at steps " + steps);
    }
    return new CheckpointFiles.Embedded(
        PREFIX + parts[0] + "@" + step,
        folder(parts[0]) + "step-%06d/".formatted(Integer.parseInt(step)));
  }

  private static String folder(String model) {
    return "/org/galton/models/" + model + "/";
  }
}
