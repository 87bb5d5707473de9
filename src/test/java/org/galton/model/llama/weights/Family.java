package org.galton.model.llama.weights;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.galton.model.llama.config.ConfigJson;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.config.ModelType;
import org.galton.model.llama.config.RopeScaling;
import org.galton.model.llama.decoding.RandomModel;
import org.galton.train.TrainingVocabulary;

/** Small configurations that between them use everything that the family's members have. */
public record Family(String name, LlamaConfig config) {
  private static final RopeScaling NONE = new RopeScaling.None();

  /** Every member; each has a context of 96 tokens, most of it beyond the original positions. */
  public static List<Family> all() {
    return List.of(
        new Family("llama, grouped and tied", RandomModel.GROUPED),
        new Family("llama, untied", RandomModel.UNTIED),
        of("llama, linear", ModelType.LLAMA, 12, 24, new RopeScaling.Linear(4), 0, 0),
        of("llama, dynamic", ModelType.LLAMA, 12, 24, new RopeScaling.Dynamic(4), 0, 0),
        of("llama, llama3", ModelType.LLAMA, 12, 96, new RopeScaling.Llama3(8, 1, 4, 48), 0, 0),
        of("llama, yarn", ModelType.LLAMA, 12, 24, yarn(4, 24), 0, 0),
        of("mistral", ModelType.MISTRAL, 8, 96, NONE, 0, 7),
        of("mistral, wide heads", ModelType.MISTRAL, 14, 96, NONE, 0, 0),
        of("qwen2", ModelType.QWEN2, 8, 96, NONE, 0, 0),
        of("qwen2, sliding from layer 1", ModelType.QWEN2, 8, 96, NONE, 1, 5),
        of("qwen2, yarn", ModelType.QWEN2, 16, 24, yarn(4, 24), 0, 0),
        of("qwen3", ModelType.QWEN3, 12, 96, NONE, 0, 0),
        of("qwen3, yarn, sliding", ModelType.QWEN3, 16, 24, yarn(4, 24), 2, 9));
  }

  private static Family of(
      String name,
      ModelType type,
      int headWidth,
      int maxPositions,
      RopeScaling rope,
      int firstSliding,
      int window) {
    int layers = 3;
    List<Integer> windows = new ArrayList<>(Collections.nCopies(layers, 0));
    for (int layer = firstSliding; layer < layers; layer++) {
      windows.set(layer, window);
    }
    boolean tied = type == ModelType.QWEN2 || type == ModelType.QWEN3;
    LlamaConfig config =
        new LlamaConfig(
            type,
            TrainingVocabulary.SIZE,
            32,
            layers,
            4,
            2,
            headWidth,
            48,
            maxPositions,
            1e-5,
            10_000,
            rope,
            windows,
            tied);
    return new Family(name, config);
  }

  private static RopeScaling yarn(double factor, int original) {
    double attention = RopeScaling.Yarn.attentionFactor(factor, 0, 0);
    return new RopeScaling.Yarn(factor, original, attention, 32, 1, true);
  }

  /** Random weights; norms and biases are random, too. */
  public RandomModel random(long seed) {
    return new RandomModel(config, seed);
  }

  /**
   * Writes these weights as a checkpoint in as many files as {@code shards}; 1 makes one file
   * without an index.
   */
  static void write(RandomModel model, Path folder, StoredType type, int shards)
      throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("config.json"), ConfigJson.write(model.config, 0));
    Files.write(folder.resolve("tokenizer.json"), TrainingVocabulary.tokenizerJson());
    if (shards == 1) {
      Safetensors.write(model.tensors, type, folder.resolve("model.safetensors"));
      return;
    }
    ObjectNode index = new ObjectMapper().createObjectNode();
    index.putObject("metadata").put("total_size", 0);
    ObjectNode map = index.putObject("weight_map");
    int count = model.tensors.size();
    for (int shard = 0; shard < shards; shard++) {
      String file = "model-%05d-of-%05d.safetensors".formatted(shard + 1, shards);
      List<Tensor> part =
          model.tensors.subList(count * shard / shards, count * (shard + 1) / shards);
      Safetensors.write(part, type, folder.resolve(file));
      part.forEach(tensor -> map.put(tensor.name(), file));
    }
    Files.writeString(folder.resolve("model.safetensors.index.json"), index.toString());
  }

  @Override
  public String toString() {
    return name;
  }
}
