package org.galton.model.llama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.galton.spec.InvalidInput;

/** A decoder's {@code config.json} as published on Hugging Face. */
final class ConfigJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode root;
  private final String name;

  ConfigJson(byte[] bytes, String name) {
    this.name = name;
    try {
      this.root = JSON.readTree(bytes);
    } catch (IOException e) {
      throw new InvalidInput("Cannot read " + name + ": it is not JSON");
    }
  }

  /**
   * @throws InvalidInput naming what this decoder does not support
   */
  LlamaConfig config() {
    String type = root.path("model_type").asText();
    if (!type.equals("llama")) {
      throw unsupported("model_type", type, "llama");
    }
    if (!root.path("hidden_act").asText("silu").equals("silu")) {
      throw unsupported("hidden_act", root.path("hidden_act").asText(), "silu");
    }
    if (!root.path("rope_scaling").isMissingNode() && !root.path("rope_scaling").isNull()) {
      throw unsupported("rope_scaling", root.path("rope_scaling").toString(), "none");
    }
    for (String bias : List.of("attention_bias", "mlp_bias")) {
      if (root.path(bias).asBoolean(false)) {
        throw unsupported(bias, "true", "false");
      }
    }
    int heads = size("num_attention_heads", 0);
    int width = size("hidden_size", 0);
    try {
      return new LlamaConfig(
          size("vocab_size", 0),
          width,
          size("num_hidden_layers", 0),
          heads,
          size("num_key_value_heads", heads),
          size("head_dim", width / heads),
          size("intermediate_size", 0),
          size("max_position_embeddings", 0),
          root.path("rms_norm_eps").asDouble(1e-6),
          root.path("rope_theta").asDouble(10_000),
          root.path("tie_word_embeddings").asBoolean(false));
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("Cannot use " + name + ": " + e.getMessage());
    }
  }

  /** Ids that end a completion. */
  Set<Long> endTokens() {
    JsonNode node = root.path("eos_token_id");
    Set<Long> ids = new LinkedHashSet<>();
    if (node.isArray()) {
      node.forEach(id -> ids.add(id.asLong()));
    } else if (node.isIntegralNumber()) {
      ids.add(node.asLong());
    }
    return ids;
  }

  private int size(String key, int otherwise) {
    int value = root.path(key).asInt(otherwise);
    if (value < 1 || value > 100_000_000) {
      throw new InvalidInput(
          "Cannot use "
              + name
              + ": "
              + key
              + " is "
              + root.path(key)
              + ", expected a positive number");
    }
    return value;
  }

  private InvalidInput unsupported(String key, String value, String expected) {
    return new InvalidInput(
        "Cannot use "
            + name
            + ": "
            + key
            + " '"
            + value
            + "' is not supported, expected "
            + expected);
  }

  /** The same file for a model made here. */
  static byte[] write(LlamaConfig config, long endToken) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.putArray("architectures").add("LlamaForCausalLM");
    root.put("model_type", "llama")
        .put("hidden_act", "silu")
        .put("vocab_size", config.vocabulary())
        .put("hidden_size", config.width())
        .put("num_hidden_layers", config.layers())
        .put("num_attention_heads", config.heads())
        .put("num_key_value_heads", config.keyValueHeads())
        .put("head_dim", config.headWidth())
        .put("intermediate_size", config.feedForward())
        .put("max_position_embeddings", config.context())
        .put("rms_norm_eps", config.normEpsilon())
        .put("rope_theta", config.ropeTheta())
        .put("tie_word_embeddings", config.tiedHead())
        .put("attention_bias", false)
        .put("mlp_bias", false)
        .put("eos_token_id", endToken)
        .put("torch_dtype", "float16");
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }
}
