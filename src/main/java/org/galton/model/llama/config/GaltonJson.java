package org.galton.model.llama.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.galton.model.ModelCard;
import org.galton.spec.InvalidInput;

/**
 * How far the training of a checkpoint or adapter was: {@code galton.json} beside its weights, and
 * where that says no step, the name of the folder.
 */
public final class GaltonJson {
  public static final String FILE = "galton.json";

  private final ConfigNode node;
  private final String folder;

  private GaltonJson(ConfigNode node, String folder) {
    this.node = node;
    this.folder = folder;
  }

  /** Knows no more than the folder's name where there is no such file. */
  public static GaltonJson of(CheckpointFiles files) {
    String name = files.describe(FILE);
    try {
      JsonNode root =
          files.has(FILE)
              ? CheckpointJson.object(files.read(FILE), name)
              : MissingNode.getInstance();
      return new GaltonJson(new ConfigNode(root, name), files.name());
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + name + ": " + e);
    }
  }

  /** Training steps. */
  public OptionalLong step() {
    if (!node.has("step")) {
      return ModelCard.stepIn(folder);
    }
    JsonNode step = node.value("step");
    if (!step.isNumber()
        || !step.canConvertToExactIntegral()
        || !step.canConvertToLong()
        || step.asLong() < 0) {
      throw node.invalid("step", "a whole number from 0: the training steps");
    }
    return OptionalLong.of(step.asLong());
  }

  /** Floating-point operations of the training. */
  public OptionalDouble flops() {
    if (!node.has("flops")) {
      return OptionalDouble.empty();
    }
    double flops = node.number("flops", 0);
    if (flops < 0) {
      throw node.invalid("flops", "a number from 0: the operations of its training");
    }
    return OptionalDouble.of(flops);
  }
}
