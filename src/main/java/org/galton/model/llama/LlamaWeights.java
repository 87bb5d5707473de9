package org.galton.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.galton.spec.InvalidInput;

/**
 * A decoder's weights on one device, read-only while decoding and shared by every decode loop of
 * the process. The query, key and value projections are stored as one matrix, and so are gate and
 * up: one product instead of several.
 */
public final class LlamaWeights implements AutoCloseable {
  private final NDManager manager;
  private final LlamaConfig config;
  private final NDArray embedding;
  private final List<Block> blocks;
  private final NDArray finalNorm;
  private final NDArray head;

  /**
   * @param attentionNorm [width]
   * @param queryKeyValue [(heads + 2 keyValueHeads) headWidth, width]
   * @param attentionOutput [width, heads headWidth]
   * @param feedForwardNorm [width]
   * @param gateUp [2 feedForward, width]
   * @param down [width, feedForward]
   */
  record Block(
      NDArray attentionNorm,
      NDArray queryKeyValue,
      NDArray attentionOutput,
      NDArray feedForwardNorm,
      NDArray gateUp,
      NDArray down) {}

  private LlamaWeights(NDManager manager, LlamaConfig config, Map<String, Tensor> tensors) {
    this.manager = manager;
    this.config = config;
    List<Block> loaded = new ArrayList<>();
    for (int layer = 0; layer < config.layers(); layer++) {
      String prefix = "model.layers." + layer + ".";
      loaded.add(
          new Block(
              array(tensors, prefix + "input_layernorm.weight"),
              array(
                  tensors,
                  prefix + "self_attn.q_proj.weight",
                  prefix + "self_attn.k_proj.weight",
                  prefix + "self_attn.v_proj.weight"),
              array(tensors, prefix + "self_attn.o_proj.weight"),
              array(tensors, prefix + "post_attention_layernorm.weight"),
              array(tensors, prefix + "mlp.gate_proj.weight", prefix + "mlp.up_proj.weight"),
              array(tensors, prefix + "mlp.down_proj.weight")));
    }
    this.blocks = List.copyOf(loaded);
    this.embedding = array(tensors, "model.embed_tokens.weight");
    this.finalNorm = array(tensors, "model.norm.weight");
    this.head = config.tiedHead() ? embedding : array(tensors, "lm_head.weight");
  }

  /**
   * Places a checkpoint's tensors on a device.
   *
   * @throws InvalidInput naming the first tensor that is missing, left over, of the wrong shape or
   *     not finite
   */
  public static LlamaWeights of(
      NDManager parent, LlamaConfig config, List<Tensor> tensors, String name) {
    Map<String, Tensor> byName = new LinkedHashMap<>();
    tensors.forEach(tensor -> byName.put(tensor.name(), tensor));
    Map<String, long[]> expected = expectedShapes(config);
    expected.forEach((tensor, shape) -> check(name, tensor, shape, byName.get(tensor)));
    for (String tensor : byName.keySet()) {
      if (!expected.containsKey(tensor)
          && !(config.tiedHead() && tensor.equals("lm_head.weight"))) {
        throw new InvalidInput(
            "Cannot use " + name + ": tensor " + tensor + " is not part of this architecture");
      }
    }
    return new LlamaWeights(parent.newSubManager(), config, byName);
  }

  /**
   * Untrained weights: normal with deviation 0.02, the projections back into the residual stream
   * scaled by 1/sqrt(2 layers).
   */
  public static LlamaWeights random(NDManager parent, LlamaConfig config, long seed) {
    Random random = new Random(seed);
    List<Tensor> tensors = new ArrayList<>();
    expectedShapes(config)
        .forEach(
            (name, shape) -> {
              float[] values = new float[(int) Arrays.stream(shape).reduce(1, Math::multiplyExact)];
              boolean residual =
                  name.endsWith("o_proj.weight") || name.endsWith("down_proj.weight");
              double deviation = residual ? 0.02 / Math.sqrt(2.0 * config.layers()) : 0.02;
              for (int i = 0; i < values.length; i++) {
                values[i] = shape.length == 1 ? 1f : (float) (deviation * random.nextGaussian());
              }
              tensors.add(new Tensor(name, shape, values));
            });
    return of(parent, config, tensors, "random weights");
  }

  /** The weights under their published names, as a checkpoint stores them. */
  public List<Tensor> tensors() {
    Map<String, long[]> shapes = expectedShapes(config);
    Map<String, float[]> values = new LinkedHashMap<>();
    values.put("model.embed_tokens.weight", embedding.toFloatArray());
    for (int layer = 0; layer < blocks.size(); layer++) {
      Block block = blocks.get(layer);
      String prefix = "model.layers." + layer + ".";
      values.put(prefix + "input_layernorm.weight", block.attentionNorm.toFloatArray());
      cut(
          values,
          shapes,
          block.queryKeyValue,
          prefix + "self_attn.q_proj.weight",
          prefix + "self_attn.k_proj.weight",
          prefix + "self_attn.v_proj.weight");
      values.put(prefix + "self_attn.o_proj.weight", block.attentionOutput.toFloatArray());
      values.put(prefix + "post_attention_layernorm.weight", block.feedForwardNorm.toFloatArray());
      cut(
          values,
          shapes,
          block.gateUp,
          prefix + "mlp.gate_proj.weight",
          prefix + "mlp.up_proj.weight");
      values.put(prefix + "mlp.down_proj.weight", block.down.toFloatArray());
    }
    values.put("model.norm.weight", finalNorm.toFloatArray());
    if (!config.tiedHead()) {
      values.put("lm_head.weight", head.toFloatArray());
    }
    return values.entrySet().stream()
        .map(entry -> new Tensor(entry.getKey(), shapes.get(entry.getKey()), entry.getValue()))
        .toList();
  }

  /** Every array once, in a fixed order: what an optimiser walks over. */
  public List<NDArray> arrays() {
    List<NDArray> all = new ArrayList<>(List.of(embedding));
    for (Block block : blocks) {
      all.addAll(
          List.of(
              block.attentionNorm,
              block.queryKeyValue,
              block.attentionOutput,
              block.feedForwardNorm,
              block.gateUp,
              block.down));
    }
    all.add(finalNorm);
    if (!config.tiedHead()) {
      all.add(head);
    }
    return all;
  }

  public LlamaConfig config() {
    return config;
  }

  NDManager manager() {
    return manager;
  }

  NDArray embedding() {
    return embedding;
  }

  List<Block> blocks() {
    return blocks;
  }

  NDArray finalNorm() {
    return finalNorm;
  }

  NDArray head() {
    return head;
  }

  @Override
  public void close() {
    manager.close();
  }

  private static Map<String, long[]> expectedShapes(LlamaConfig config) {
    long width = config.width();
    long queries = (long) config.heads() * config.headWidth();
    long keys = (long) config.keyValueHeads() * config.headWidth();
    long hidden = config.feedForward();
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put("model.embed_tokens.weight", new long[] {config.vocabulary(), width});
    for (int layer = 0; layer < config.layers(); layer++) {
      String prefix = "model.layers." + layer + ".";
      shapes.put(prefix + "input_layernorm.weight", new long[] {width});
      shapes.put(prefix + "self_attn.q_proj.weight", new long[] {queries, width});
      shapes.put(prefix + "self_attn.k_proj.weight", new long[] {keys, width});
      shapes.put(prefix + "self_attn.v_proj.weight", new long[] {keys, width});
      shapes.put(prefix + "self_attn.o_proj.weight", new long[] {width, queries});
      shapes.put(prefix + "post_attention_layernorm.weight", new long[] {width});
      shapes.put(prefix + "mlp.gate_proj.weight", new long[] {hidden, width});
      shapes.put(prefix + "mlp.up_proj.weight", new long[] {hidden, width});
      shapes.put(prefix + "mlp.down_proj.weight", new long[] {width, hidden});
    }
    shapes.put("model.norm.weight", new long[] {width});
    if (!config.tiedHead()) {
      shapes.put("lm_head.weight", new long[] {config.vocabulary(), width});
    }
    return shapes;
  }

  private static void check(String name, String tensor, long[] shape, Tensor found) {
    if (found == null) {
      throw new InvalidInput("Cannot use " + name + ": tensor " + tensor + " is missing");
    }
    if (!Arrays.equals(shape, found.shape())) {
      throw new InvalidInput(
          "Cannot use "
              + name
              + ": tensor "
              + tensor
              + " has shape "
              + Arrays.toString(found.shape())
              + ", expected "
              + Arrays.toString(shape)
              + " from config.json");
    }
    for (float value : found.values()) {
      if (!Float.isFinite(value)) {
        throw new InvalidInput("Cannot use " + name + ": tensor " + tensor + " holds " + value);
      }
    }
  }

  /** One array on the device from tensors laid under one another. */
  private NDArray array(Map<String, Tensor> tensors, String... names) {
    long rows = 0;
    int size = 0;
    for (String name : names) {
      rows += tensors.get(name).shape()[0];
      size += tensors.get(name).values().length;
    }
    float[] values = new float[size];
    int position = 0;
    for (String name : names) {
      float[] part = tensors.get(name).values();
      System.arraycopy(part, 0, values, position, part.length);
      position += part.length;
    }
    long[] shape = tensors.get(names[0]).shape().clone();
    shape[0] = rows;
    return manager.create(values, new Shape(shape));
  }

  private static void cut(
      Map<String, float[]> values, Map<String, long[]> shapes, NDArray joined, String... names) {
    float[] all = joined.toFloatArray();
    int position = 0;
    for (String name : names) {
      int size = (int) Arrays.stream(shapes.get(name)).reduce(1, Math::multiplyExact);
      values.put(name, Arrays.copyOfRange(all, position, position + size));
      position += size;
    }
  }
}
