package org.galton.model.llama.weights;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.galton.model.llama.config.CheckpointFiles;
import org.galton.model.llama.config.CheckpointJson;
import org.galton.spec.InvalidInput;

/**
 * The weight files of a checkpoint: one {@code model.safetensors}, else the shards that {@code
 * model.safetensors.index.json} assigns the tensors to.
 */
public final class WeightFiles {
  public static final String SINGLE = "model.safetensors";
  public static final String INDEX = "model.safetensors.index.json";

  private static final int MOST_SHARDS = 10_000;

  private final CheckpointFiles files;
  private final Map<String, String> shardOf;

  public WeightFiles(CheckpointFiles files) throws IOException {
    this.files = files;
    this.shardOf = files.has(SINGLE) ? Map.of() : index();
  }

  /** Every file whose bytes belong to the weights. */
  public List<String> all() {
    List<String> all = new ArrayList<>();
    if (!shardOf.isEmpty()) {
      all.add(INDEX);
    }
    all.addAll(shards());
    return all;
  }

  /**
   * Reads what the files hold, not the weights.
   *
   * @throws InvalidInput when a file is damaged, or a tensor is not where the index says
   */
  public StoredWeights weights() {
    Map<String, SafetensorsHeader> headers = new LinkedHashMap<>();
    int tensors = 0;
    for (String shard : shards()) {
      try (InputStream in = new BufferedInputStream(files.open(shard))) {
        SafetensorsHeader header =
            SafetensorsHeader.read(in, files.describe(shard), files.size(shard));
        headers.put(shard, header);
        tensors += header.tensors().size();
      } catch (IOException e) {
        throw new InvalidInput("Cannot read " + files.describe(shard) + ": " + e);
      }
      if (tensors > SafetensorsHeader.MOST_TENSORS) {
        throw new InvalidInput(
            "Cannot use %s: the weights have %,d tensors up to here, expected at most %,d"
                .formatted(files.describe(shard), tensors, SafetensorsHeader.MOST_TENSORS));
      }
    }
    if (!shardOf.isEmpty()) {
      compare(headers);
    }
    return new StoredWeights(files, headers);
  }

  /**
   * One weight file of any name.
   *
   * @throws InvalidInput when it is damaged
   */
  public static WeightSource single(CheckpointFiles files, String file) {
    try (InputStream in = new BufferedInputStream(files.open(file))) {
      SafetensorsHeader header = SafetensorsHeader.read(in, files.describe(file), files.size(file));
      return new StoredWeights(files, Map.of(file, header));
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + files.describe(file) + ": " + e);
    }
  }

  private List<String> shards() {
    return shardOf.isEmpty() ? List.of(SINGLE) : List.copyOf(new TreeSet<>(shardOf.values()));
  }

  private Map<String, String> index() throws IOException {
    JsonNode map =
        CheckpointJson.object(files.read(INDEX), files.describe(INDEX)).path("weight_map");
    if (!map.isObject() || map.isEmpty()) {
      throw broken("it has no weight_map");
    }
    if (map.size() > SafetensorsHeader.MOST_TENSORS) {
      throw broken(
          "its weight_map names %,d tensors, expected at most %,d"
              .formatted(map.size(), SafetensorsHeader.MOST_TENSORS));
    }
    Map<String, String> index = new TreeMap<>();
    Set<String> there = new HashSet<>();
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      String shard = entry.getValue().isTextual() ? entry.getValue().asText() : "";
      if (shard.isEmpty() || shard.contains("/") || shard.contains("\\")) {
        throw broken(
            "tensor "
                + entry.getKey()
                + " is in "
                + entry.getValue()
                + ", expected the name of a file beside it");
      }
      if (!there.contains(shard) && !files.has(shard)) {
        throw new InvalidInput(
            "Cannot read "
                + files.describe(shard)
                + ": no such file; "
                + INDEX
                + " names it for "
                + entry.getKey()
                + "; it may be an unfinished download");
      }
      there.add(shard);
      if (there.size() > MOST_SHARDS) {
        throw broken("it names more than %,d files".formatted(MOST_SHARDS));
      }
      index.put(entry.getKey(), shard);
    }
    return index;
  }

  private void compare(Map<String, SafetensorsHeader> headers) {
    Map<String, String> found = new HashMap<>();
    headers.forEach(
        (shard, header) -> {
          for (StoredTensor tensor : header.tensors()) {
            String other = found.put(tensor.name(), shard);
            if (other != null) {
              throw broken("tensor " + tensor.name() + " is in both " + other + " and " + shard);
            }
          }
        });
    shardOf.forEach(
        (tensor, shard) -> {
          if (!shard.equals(found.get(tensor))) {
            throw broken(
                "tensor "
                    + tensor
                    + " is not in "
                    + shard
                    + (found.containsKey(tensor) ? " but in " + found.get(tensor) : ""));
          }
        });
    found.forEach(
        (tensor, shard) -> {
          if (!shardOf.containsKey(tensor)) {
            throw broken("it does not list tensor " + tensor + " of " + shard);
          }
        });
  }

  private InvalidInput broken(String why) {
    return new InvalidInput("Cannot use " + files.describe(INDEX) + ": " + why);
  }
}
