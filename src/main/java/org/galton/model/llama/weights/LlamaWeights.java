package org.galton.model.llama.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.galton.model.ComputeType;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.torch.TorchScript;
import org.galton.spec.InvalidInput;

/**
 * A decoder's weights on one device, read-only while decoding and shared by every decode loop of
 * the process. The query, key and value projections are stored as one matrix, and so are gate and
 * up: one product instead of several.
 */
public final class LlamaWeights implements AutoCloseable {
  private final NDManager manager;
  private final LlamaConfig config;
  private final ComputeType type;
  private final TorchScript script;
  private final Map<String, long[]> shapes;
  private final Map<String, WeightPlace> places;
  private final NDArray embedding;
  private final List<Block> blocks;
  private final NDArray finalNorm;
  private final NDArray head;
  private final List<LowRankBlock> lowRank;
  private final List<NDArray> scales;

  /**
   * @param attentionNorm [width]
   * @param queryKeyValue [(heads + 2 keyValueHeads) headWidth, width]
   * @param queryKeyValueBias [(heads + 2 keyValueHeads) headWidth], where the model has one
   * @param queryNorm [headWidth], where the model has one
   * @param keyNorm [headWidth], where the model has one
   * @param attentionOutput [width, heads headWidth]
   * @param feedForwardNorm [width]
   * @param gateUp [2 feedForward, width]
   * @param down [width, feedForward]
   */
  public record Block(
      NDArray attentionNorm,
      NDArray queryKeyValue,
      Optional<NDArray> queryKeyValueBias,
      Optional<NDArray> queryNorm,
      Optional<NDArray> keyNorm,
      NDArray attentionOutput,
      NDArray feedForwardNorm,
      NDArray gateUp,
      NDArray down) {

    private Block with(WeightPacking packing) {
      return new Block(
          attentionNorm,
          packing.inPlaceOf(queryKeyValue),
          queryKeyValueBias,
          queryNorm,
          keyNorm,
          packing.inPlaceOf(attentionOutput),
          feedForwardNorm,
          packing.inPlaceOf(gateUp),
          packing.inPlaceOf(down));
    }

    private Stream<NDArray> arrays() {
      return Stream.of(
              Stream.of(attentionNorm, queryKeyValue),
              Stream.of(queryKeyValueBias, queryNorm, keyNorm).flatMap(Optional::stream),
              Stream.of(attentionOutput, feedForwardNorm, gateUp, down))
          .flatMap(part -> part);
    }
  }

  /** Arrays of the right shapes, not filled yet. */
  private LlamaWeights(NDManager manager, LlamaConfig config, ComputeType type) {
    this.manager = manager;
    this.config = config;
    this.type = type;
    this.script = TorchScript.load(manager, "decoder.py");
    this.shapes = LlamaTensors.shapes(config);
    this.places = new LinkedHashMap<>();
    this.embedding = array(LlamaTensors.EMBEDDING);
    List<Block> allocated = new ArrayList<>();
    for (int layer = 0; layer < config.layers(); layer++) {
      allocated.add(block(LlamaTensors.layer(layer)));
    }
    this.blocks = List.copyOf(allocated);
    this.finalNorm = array(LlamaTensors.FINAL_NORM);
    this.head = config.tiedHead() ? embedding : array(LlamaTensors.HEAD);
    this.lowRank = List.of();
    this.scales = List.of();
  }

  private LlamaWeights(LlamaWeights source, NDArray head, List<LowRankBlock> lowRank) {
    this.manager = source.manager;
    this.config = source.config;
    this.type = source.type;
    this.script = source.script;
    this.shapes = source.shapes;
    this.places = source.places;
    this.embedding = source.embedding;
    this.blocks = source.blocks;
    this.finalNorm = source.finalNorm;
    this.head = head;
    this.lowRank = List.copyOf(lowRank);
    this.scales = source.scales;
  }

  private LlamaWeights(LlamaWeights source, ComputeType type) {
    WeightPacking packing = new WeightPacking(source.manager, source.script, type);
    this.manager = source.manager;
    this.config = source.config;
    this.type = type;
    this.script = source.script;
    this.shapes = source.shapes;
    this.embedding = source.embedding;
    this.blocks = source.blocks.stream().map(block -> block.with(packing)).toList();
    this.finalNorm = source.finalNorm;
    this.head = config.tiedHead() ? packing.copy(source.head) : packing.inPlaceOf(source.head);
    this.lowRank = source.lowRank;
    this.scales = packing.scales();
    this.places = new LinkedHashMap<>();
    source.places.forEach((name, place) -> places.put(name, place.in(packing.of(place.array()))));
  }

  private Block block(String prefix) {
    String attention = prefix + "self_attn.";
    return new Block(
        array(prefix + "input_layernorm.weight"),
        array(
            attention + "q_proj.weight", attention + "k_proj.weight", attention + "v_proj.weight"),
        config.hasQueryKeyValueBias()
            ? Optional.of(
                array(
                    attention + "q_proj.bias",
                    attention + "k_proj.bias",
                    attention + "v_proj.bias"))
            : Optional.empty(),
        config.hasQueryKeyNorm()
            ? Optional.of(array(attention + "q_norm.weight"))
            : Optional.empty(),
        config.hasQueryKeyNorm()
            ? Optional.of(array(attention + "k_norm.weight"))
            : Optional.empty(),
        array(attention + "o_proj.weight"),
        array(prefix + "post_attention_layernorm.weight"),
        array(prefix + "mlp.gate_proj.weight", prefix + "mlp.up_proj.weight"),
        array(prefix + "mlp.down_proj.weight"));
  }

  /** An array with room for these tensors under one another. */
  private NDArray array(String... tensors) {
    long[] shape = shapes.get(tensors[0]).clone();
    shape[0] = Arrays.stream(tensors).mapToLong(tensor -> shapes.get(tensor)[0]).sum();
    NDArray array = room(shape);
    long row = 0;
    for (String tensor : tensors) {
      long rows = shapes.get(tensor)[0];
      places.put(tensor, new WeightPlace(script, tensor, array, type, row, rows));
      row += rows;
    }
    return array;
  }

  private NDArray room(long[] shape) {
    if (type != ComputeType.BFLOAT16) {
      DataType plain = type == ComputeType.FLOAT32 ? DataType.FLOAT32 : DataType.FLOAT16;
      return manager.create(new Shape(shape), plain);
    }
    // The engine's Java side has no bfloat16, its native side has.
    try (NDArray like = manager.create(0f);
        IValue device = TorchScript.tensor(like);
        IValue size = IValue.listFrom(shape);
        IValue code = IValue.from(TorchScript.code(type))) {
      return script.run(manager, "room", device, size, code).singletonOrThrow();
    }
  }

  /**
   * Places a model's tensors on a device in float32.
   *
   * @param name what an error calls the model
   * @throws InvalidInput naming the first tensor that is missing, left over, of the wrong shape or
   *     not finite
   */
  public static LlamaWeights of(
      NDManager parent, LlamaConfig config, List<Tensor> tensors, String name) {
    return read(parent, config, new MemoryWeights(name, tensors), ComputeType.FLOAT32);
  }

  /**
   * Places weights on the device of {@code parent} piece by piece, so that hardly more memory is
   * taken than they need there. Names and shapes are compared before any weight is read.
   *
   * @param compute type in which they are kept, not {@link ComputeType#INT8}
   * @throws InvalidInput naming the first tensor that is missing, left over, of the wrong shape or
   *     not finite
   */
  public static LlamaWeights read(
      NDManager parent, LlamaConfig config, WeightSource source, ComputeType compute) {
    LlamaTensors.check(config, source);
    NDManager manager = parent.newSubManager();
    try {
      LlamaWeights weights = new LlamaWeights(manager, config, compute);
      source.read(
          manager,
          weights.places.keySet(),
          (tensor, row, values) -> weights.places.get(tensor).put(row, values, source.name()));
      return weights;
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  /**
   * Untrained weights: normal with deviation 0.02, the projections back into the residual stream
   * scaled by 1/sqrt(2 layers); norms one, biases zero.
   */
  public static LlamaWeights random(NDManager parent, LlamaConfig config, long seed) {
    return random(parent, config, seed, ComputeType.FLOAT32);
  }

  public static LlamaWeights random(
      NDManager parent, LlamaConfig config, long seed, ComputeType compute) {
    return read(parent, config, new RandomWeights(config, seed), compute);
  }

  /**
   * These weights to be decoded with on a CPU, in the layout that products read fastest, which no
   * longer tells single weights. The matrices that they replace are freed; all else is shared, so
   * that these are closed and not those.
   *
   * @param type that of these weights, or {@link ComputeType#INT8}
   */
  public LlamaWeights packed(ComputeType type) {
    return new LlamaWeights(this, type);
  }

  /**
   * These weights with another head to decode with, which may be of another type. All else is
   * shared, so that these are closed and not those.
   */
  public LlamaWeights decodingWith(NDArray otherHead) {
    return new LlamaWeights(this, otherHead, lowRank);
  }

  /**
   * These weights with low-rank parts beside their projections. All else is shared, so that these
   * are closed and not those; the parts stay their owner's.
   *
   * @param parts of every block
   */
  public LlamaWeights beside(List<LowRankBlock> parts) {
    if (parts.size() != blocks.size()) {
      throw new IllegalArgumentException(
          "Invalid low-rank parts of %d blocks: expected %d"
              .formatted(parts.size(), blocks.size()));
    }
    return new LlamaWeights(this, head, parts);
  }

  /** The weights under their published names, as a checkpoint stores them. */
  public List<Tensor> tensors() {
    return shapes.entrySet().stream()
        .map(
            entry ->
                new Tensor(entry.getKey(), entry.getValue(), places.get(entry.getKey()).values()))
        .toList();
  }

  /**
   * Where a projection's matrices lie, layer by layer.
   *
   * @param name its published one, such as {@code q_proj}
   * @throws IllegalArgumentException when the architecture has none of this name
   */
  public List<ProjectionRows> projection(String name) {
    List<ProjectionRows> found =
        places.values().stream()
            .filter(place -> place.tensor().endsWith("_proj.weight"))
            .filter(place -> place.tensor().endsWith("." + name + ".weight"))
            .map(place -> new ProjectionRows(place.array(), place.firstRow(), place.rows()))
            .toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid projection '%s': expected one of a block".formatted(name));
    }
    return found;
  }

  /** Every array once, in a fixed order: what an optimiser walks over. */
  public List<NDArray> arrays() {
    List<NDArray> all = new ArrayList<>(List.of(embedding));
    blocks.forEach(block -> all.addAll(block.arrays().toList()));
    all.add(finalNorm);
    if (!config.tiedHead()) {
      all.add(head);
    }
    return all;
  }

  public LlamaConfig config() {
    return config;
  }

  public ComputeType type() {
    return type;
  }

  public TorchScript script() {
    return script;
  }

  public NDManager manager() {
    return manager;
  }

  public NDArray embedding() {
    return embedding;
  }

  public List<Block> blocks() {
    return blocks;
  }

  /** Low-rank parts of every block, or nothing where the weights are all there is. */
  public List<LowRankBlock> lowRank() {
    return lowRank;
  }

  /** Scales of the rows of matrices in int8: four arrays a block, then the head's; else none. */
  public List<NDArray> scales() {
    return scales;
  }

  public NDArray finalNorm() {
    return finalNorm;
  }

  public NDArray head() {
    return head;
  }

  @Override
  public void close() {
    script.close();
    manager.close();
  }
}
