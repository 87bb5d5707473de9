package org.galton.model.llama.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.galton.model.llama.config.CheckpointDigest;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.model.llama.config.CheckpointJson;
import org.galton.model.llama.config.ConfigNode;
import org.galton.model.llama.config.WholeFolder;
import org.galton.model.llama.weights.Safetensors;
import org.galton.model.llama.weights.Tensor;
import org.galton.spec.InvalidInput;

/**
 * The folder of a value head: {@code config.json} says what it was made for and how it was trained,
 * {@code value_head.safetensors} has {@code weight} [1, width] and {@code bias} [1] in float32.
 */
public final class ValueFolder {
  private static final String CONFIG = "config.json";
  private static final String WEIGHTS = "value_head.safetensors";
  private static final String KIND = "galton_value_head";
  private static final int MOST_WIDTH = 1_000_000;
  private static final int MOST_BLOCK = 1_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path path;

  /**
   * @throws InvalidInput when there is none
   */
  public ValueFolder(String folder) {
    this.path = Path.of(folder);
    for (String file : List.of(CONFIG, WEIGHTS)) {
      if (!Files.isRegularFile(path.resolve(file))) {
        throw new InvalidInput(
            "Cannot read value head %s: no such file; expected the output folder of a training with the key 'value' (./galton train)"
                .formatted(path.resolve(file)));
      }
    }
  }

  /**
   * Writes a head; the folder appears whole or not at all, in place of one that is there.
   *
   * @param trained how it was trained and how good it is, for people
   */
  public static void write(Path folder, ValueHead head, ObjectNode trained) throws IOException {
    ObjectNode config = JSON.createObjectNode();
    config.put("model_type", KIND);
    config.put("base", head.form().base());
    config.put("base_digest", head.form().baseDigest());
    config.put("width", head.form().width());
    config.put("block", head.form().block());
    config.set("tasks", JSON.valueToTree(head.form().tasks()));
    config.setAll(trained);
    WholeFolder.write(
        folder,
        temporary -> {
          Files.write(
              temporary.resolve(CONFIG),
              JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(config));
          Safetensors.writeFloat32(
              List.of(
                  new Tensor("weight", new long[] {1, head.weights().length}, head.weights()),
                  new Tensor("bias", new long[] {1}, new float[] {head.bias()})),
              temporary.resolve(WEIGHTS));
        });
  }

  /** Hash of its files: another head draws another law. */
  public String digest() {
    CheckpointDigest digest = new CheckpointDigest();
    try {
      digest.add(new CheckpointFiles.Folder(path), List.of(CONFIG, WEIGHTS));
    } catch (IOException e) {
      throw unreadable(e);
    }
    return digest.hex();
  }

  /**
   * @throws InvalidInput when it is damaged, or no value head
   */
  public ValueForm form() {
    String name = path.resolve(CONFIG).toString();
    JsonNode json;
    try {
      json = CheckpointJson.object(new CheckpointFiles.Folder(path).read(CONFIG), name);
    } catch (IOException e) {
      throw unreadable(e);
    }
    ConfigNode config = new ConfigNode(json, name);
    if (!json.path("model_type").asText().equals(KIND)) {
      throw config.invalid("model_type", KIND + "; name the folder of a value head");
    }
    List<String> tasks = new ArrayList<>();
    json.path("tasks").forEach(task -> tasks.add(task.asText()));
    return new ValueForm(
        text(config, "base"),
        text(config, "base_digest"),
        size(config, "width", MOST_WIDTH),
        size(config, "block", MOST_BLOCK),
        tasks);
  }

  private static String text(ConfigNode config, String key) {
    if (!config.value(key).isTextual() || config.value(key).asText().isEmpty()) {
      throw config.invalid(key, "a text");
    }
    return config.value(key).asText();
  }

  private static int size(ConfigNode config, String key, int most) {
    JsonNode value = config.value(key);
    if (!value.isInt() || value.asInt() < 1 || value.asInt() > most) {
      throw config.invalid(key, "a whole number from 1 to %,d".formatted(most));
    }
    return value.asInt();
  }

  /**
   * @throws InvalidInput when it is damaged, or its tensors are not those of its configuration
   */
  public ValueHead head() {
    ValueForm form = form();
    List<Tensor> tensors;
    try {
      tensors = Safetensors.read(path.resolve(WEIGHTS));
    } catch (IOException e) {
      throw unreadable(e);
    }
    ValueHead head =
        new ValueHead(
            form,
            values(tensors, "weight", new long[] {1, form.width()}),
            values(tensors, "bias", new long[] {1})[0]);
    if (!head.isFinite()) {
      throw new InvalidInput(
          "Cannot use value head %s: a weight is not a finite number; train it again"
              .formatted(path.resolve(WEIGHTS)));
    }
    return head;
  }

  private float[] values(List<Tensor> tensors, String name, long[] shape) {
    Tensor found =
        tensors.stream()
            .filter(tensor -> tensor.name().equals(name))
            .findFirst()
            .orElseThrow(() -> wrong(name, "is missing", shape));
    if (!Arrays.equals(found.shape(), shape)) {
      throw wrong(name, "has shape " + Arrays.toString(found.shape()), shape);
    }
    return found.values();
  }

  private InvalidInput wrong(String tensor, String what, long[] shape) {
    return new InvalidInput(
        "Cannot use value head %s: tensor %s %s, expected %s as config.json says; train it again"
            .formatted(path.resolve(WEIGHTS), tensor, what, Arrays.toString(shape)));
  }

  private InvalidInput unreadable(IOException cause) {
    return new InvalidInput("Cannot read value head %s: %s".formatted(path, cause.getMessage()));
  }
}
