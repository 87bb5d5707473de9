package org.galton.model.llama.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.galton.spec.InvalidInput;

/** A decoder's {@code config.json} as published on Hugging Face. */
public final class ConfigJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  // Beyond any published decoder; every count of weights or bytes made of them fits 63 bits.
  private static final int MOST_LAYERS = 1_000;
  private static final int MOST_HEADS = 10_000;
  private static final int MOST_HEAD_WIDTH = 10_000;
  private static final int MOST_WIDTH = 1_000_000;
  private static final int MOST_TOKENS = 10_000_000;

  /** Keys that change what a decoder computes, in ways that this one does not know. */
  private static final List<String> FOREIGN =
      List.of(
          "attention_bias",
          "mlp_bias",
          "quantization_config",
          "num_experts",
          "num_local_experts",
          "n_routed_experts",
          "use_mrope",
          "rope_interleave",
          "rope_interleaved",
          "no_rope_layers",
          "attn_logit_softcapping",
          "final_logit_softcapping");

  private final ConfigNode root;

  public ConfigJson(byte[] bytes, String name) {
    this.root = new ConfigNode(CheckpointJson.object(bytes, name), name);
  }

  /**
   * @throws InvalidInput naming what this decoder does not support
   */
  public LlamaConfig config() {
    ModelType type = type();
    if (root.has("hidden_act") && !root.value("hidden_act").asText().equals("silu")) {
      throw root.unsupported("hidden_act", root.value("hidden_act").asText(), "silu");
    }
    root.refuse(FOREIGN);
    int layers = root.size("num_hidden_layers", MOST_LAYERS);
    int heads = root.size("num_attention_heads", MOST_HEADS);
    int width = root.size("hidden_size", MOST_WIDTH);
    RopeJson rope = new RopeJson(root);
    try {
      return new LlamaConfig(
          type,
          root.size("vocab_size", MOST_TOKENS),
          width,
          layers,
          heads,
          keyValueHeads(type, heads),
          headWidth(type, width, heads),
          root.size("intermediate_size", MOST_WIDTH),
          root.size("max_position_embeddings", ConfigNode.MOST),
          root.positive("rms_norm_eps", 1e-6),
          rope.theta(),
          rope.scaling(),
          new SlidingWindowJson(root).windows(type, layers),
          // False is the default of every model of the family.
          root.flag("tie_word_embeddings"));
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("Cannot use " + root.name() + ": " + e.getMessage());
    }
  }

  /** Ids that end a completion. */
  public Set<Long> endTokens() {
    return EndTokensJson.read(root);
  }

  private ModelType type() {
    String key = root.value("model_type").asText();
    for (ModelType type : ModelType.values()) {
      if (type.key().equals(key)) {
        JsonNode named = root.value("architectures");
        if (root.has("architectures")
            && !(named.size() == 1 && named.get(0).asText().equals(type.architecture()))) {
          throw root.unsupported("architectures", named.toString(), type.architecture());
        }
        return type;
      }
    }
    throw root.unsupported("model_type", key, "one of " + ModelType.keys());
  }

  private int keyValueHeads(ModelType type, int heads) {
    return root.value("num_key_value_heads").isMissingNode()
        ? type.unsaidKeyValueHeads(heads)
        : root.size("num_key_value_heads", MOST_HEADS, heads);
  }

  private int headWidth(ModelType type, int width, int heads) {
    if (root.has("head_dim")) {
      return root.size("head_dim", MOST_HEAD_WIDTH);
    }
    if (type == ModelType.QWEN3) {
      return 128;
    }
    if (width % heads != 0) {
      throw root.invalid("hidden_size", "a multiple of num_attention_heads " + heads);
    }
    return width / heads;
  }

  /** The same file for a model made here. */
  public static byte[] write(LlamaConfig config, long endToken) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.putArray("architectures").add(config.type().architecture());
    root.put("model_type", config.type().key())
        .put("hidden_act", "silu")
        .put("vocab_size", config.vocabulary())
        .put("hidden_size", config.width())
        .put("num_hidden_layers", config.layers())
        .put("num_attention_heads", config.heads())
        .put("num_key_value_heads", config.keyValueHeads())
        .put("head_dim", config.headWidth())
        .put("intermediate_size", config.feedForward())
        .put("max_position_embeddings", config.maxPositions())
        .put("rms_norm_eps", config.normEpsilon())
        .put("rope_theta", config.ropeTheta())
        .put("tie_word_embeddings", config.tiedHead())
        .put("attention_bias", false)
        .put("mlp_bias", false)
        .put("eos_token_id", endToken)
        .put("torch_dtype", "float16");
    RopeJson.write(config.rope(), root);
    SlidingWindowJson.write(config, root);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }
}
