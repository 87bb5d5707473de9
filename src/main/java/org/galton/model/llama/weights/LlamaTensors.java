package org.galton.model.llama.weights;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.spec.InvalidInput;

/** The tensors of a decoder under their published names. */
public final class LlamaTensors {
  static final String WEIGHT = ".weight";
  static final String EMBEDDING = "model.embed_tokens.weight";
  static final String FINAL_NORM = "model.norm.weight";
  static final String HEAD = "lm_head.weight";

  // Old conversions stored the rotary frequencies, which are computed from the configuration.
  private static final Pattern COMPUTED = Pattern.compile("model\\..*rotary_emb\\.inv_freq");

  private LlamaTensors() {}

  static String layer(int layer) {
    return "model.layers." + layer + ".";
  }

  /** Shapes by name in the order in which they are written. */
  static Map<String, long[]> shapes(LlamaConfig config) {
    long width = config.width();
    long queries = (long) config.heads() * config.headWidth();
    long keys = (long) config.keyValueHeads() * config.headWidth();
    long hidden = config.feedForward();
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put(EMBEDDING, new long[] {config.vocabulary(), width});
    for (int layer = 0; layer < config.layers(); layer++) {
      String prefix = layer(layer);
      shapes.put(prefix + "input_layernorm.weight", new long[] {width});
      shapes.put(prefix + "self_attn.q_proj.weight", new long[] {queries, width});
      shapes.put(prefix + "self_attn.k_proj.weight", new long[] {keys, width});
      shapes.put(prefix + "self_attn.v_proj.weight", new long[] {keys, width});
      if (config.hasQueryKeyValueBias()) {
        shapes.put(prefix + "self_attn.q_proj.bias", new long[] {queries});
        shapes.put(prefix + "self_attn.k_proj.bias", new long[] {keys});
        shapes.put(prefix + "self_attn.v_proj.bias", new long[] {keys});
      }
      if (config.hasQueryKeyNorm()) {
        shapes.put(prefix + "self_attn.q_norm.weight", new long[] {config.headWidth()});
        shapes.put(prefix + "self_attn.k_norm.weight", new long[] {config.headWidth()});
      }
      shapes.put(prefix + "self_attn.o_proj.weight", new long[] {width, queries});
      shapes.put(prefix + "post_attention_layernorm.weight", new long[] {width});
      shapes.put(prefix + "mlp.gate_proj.weight", new long[] {hidden, width});
      shapes.put(prefix + "mlp.up_proj.weight", new long[] {hidden, width});
      shapes.put(prefix + "mlp.down_proj.weight", new long[] {width, hidden});
    }
    shapes.put(FINAL_NORM, new long[] {width});
    if (!config.tiedHead()) {
      shapes.put(HEAD, new long[] {config.vocabulary(), width});
    }
    return shapes;
  }

  /**
   * Shapes of the projections of all blocks by module, such as {@code model.layers.0.mlp.up_proj}.
   */
  public static Map<String, long[]> projections(LlamaConfig config) {
    Map<String, long[]> projections = new LinkedHashMap<>();
    shapes(config)
        .forEach(
            (tensor, shape) -> {
              if (tensor.endsWith("_proj" + WEIGHT)) {
                projections.put(tensor.substring(0, tensor.length() - WEIGHT.length()), shape);
              }
            });
    return projections;
  }

  /** Modules of a projection, such as {@code q_proj}, layer by layer. */
  public static List<String> projections(LlamaConfig config, String projection) {
    return projections(config).keySet().stream()
        .filter(module -> module.endsWith("." + projection))
        .toList();
  }

  /**
   * Refuses weights that are not those of this configuration.
   *
   * @throws InvalidInput naming the first tensor that is missing, of the wrong shape or left over
   */
  public static void check(LlamaConfig config, WeightSource source) {
    Map<String, long[]> expected = shapes(config);
    Map<String, long[]> found = source.shapes();
    expected.forEach((tensor, shape) -> check(source.name(), tensor, shape, found.get(tensor)));
    for (String tensor : found.keySet()) {
      if (!expected.containsKey(tensor)
          && !(config.tiedHead() && tensor.equals(HEAD))
          && !COMPUTED.matcher(tensor).matches()) {
        throw new InvalidInput(
            "Cannot use "
                + source.name()
                + ": tensor "
                + tensor
                + " is not part of this architecture");
      }
    }
  }

  private static void check(String name, String tensor, long[] expected, long[] found) {
    if (found == null) {
      throw new InvalidInput("Cannot use " + name + ": tensor " + tensor + " is missing");
    }
    if (!Arrays.equals(expected, found)) {
      throw new InvalidInput(
          "Cannot use "
              + name
              + ": tensor "
              + tensor
              + " has shape "
              + Arrays.toString(found)
              + ", expected "
              + Arrays.toString(expected)
              + " from config.json");
    }
  }
}
