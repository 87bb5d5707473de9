package org.galton.model.llama.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Which layers of a {@code config.json} attend over a sliding window. Mistral: all, over {@code
 * sliding_window}, which is 4096 where the key is absent and none where it is null. Qwen: those of
 * {@code layer_types}, else from {@code max_window_layers} on, and only with {@code
 * use_sliding_window}. Llama: none.
 */
final class SlidingWindowJson {
  private static final int UNSAID_WINDOW = 4096;
  private static final int UNSAID_FIRST_LAYER = 28;
  private static final String SLIDING = "sliding_attention";
  private static final String FULL = "full_attention";

  private final ConfigNode config;

  SlidingWindowJson(ConfigNode config) {
    this.config = config;
  }

  List<Integer> windows(ModelType type, int layers) {
    int window = window(type);
    boolean qwen = type == ModelType.QWEN2 || type == ModelType.QWEN3;
    int first = qwen ? firstLayer() : 0;
    List<Integer> windows = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      windows.add(layer >= first ? window : 0);
    }
    if (!config.has("layer_types")) {
      return windows;
    }
    List<Integer> listed = listed(window);
    if (!qwen && !listed.equals(windows)) {
      // Transformers ignores the key or takes the model for another one, by its version.
      throw config.unsupported(
          "layer_types",
          config.value("layer_types").toString(),
          window == 0 ? FULL + " in every layer" : SLIDING + " in every layer");
    }
    return listed;
  }

  private int window(ModelType type) {
    return switch (type) {
      case LLAMA -> 0;
      case MISTRAL ->
          config.value("sliding_window").isNull()
              ? 0
              : config.size("sliding_window", ConfigNode.MOST, UNSAID_WINDOW);
      case QWEN2, QWEN3 ->
          !config.flag("use_sliding_window") || config.value("sliding_window").isNull()
              ? 0
              : config.size("sliding_window", ConfigNode.MOST, UNSAID_WINDOW);
    };
  }

  private int firstLayer() {
    JsonNode first = config.value("max_window_layers");
    if (!config.has("max_window_layers")) {
      return UNSAID_FIRST_LAYER;
    }
    if (!first.canConvertToInt() || first.asInt(-1) < 0) {
      throw config.invalid("max_window_layers", "a number from 0");
    }
    return first.asInt();
  }

  private List<Integer> listed(int window) {
    List<Integer> windows = new ArrayList<>();
    for (JsonNode type : config.value("layer_types")) {
      boolean sliding = type.asText().equals(SLIDING);
      if ((!sliding && !type.asText().equals(FULL)) || (sliding && window == 0)) {
        throw config.unsupported(
            "layer_types entry",
            type.asText(),
            window == 0 ? FULL + ", for there is no sliding window" : FULL + " or " + SLIDING);
      }
      windows.add(sliding ? window : 0);
    }
    return windows;
  }

  /** Writes what {@link #windows} reads. */
  static void write(LlamaConfig config, ObjectNode root) {
    int window = config.slidingWindows().stream().max(Integer::compare).orElse(0);
    if (config.type() == ModelType.LLAMA) {
      return;
    }
    if (config.type() == ModelType.MISTRAL) {
      // Not layer_types: with them Transformers takes the model for another one.
      if (config.slidingWindows().contains(0)) {
        root.putNull("sliding_window");
      } else {
        root.put("sliding_window", window);
      }
      return;
    }
    if (window == 0) {
      root.putNull("sliding_window");
      return;
    }
    root.put("use_sliding_window", true).put("sliding_window", window);
    ArrayNode types = root.putArray("layer_types");
    config.slidingWindows().forEach(tokens -> types.add(tokens == 0 ? FULL : SLIDING));
  }
}
