package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.galton.model.Fuzz;
import org.galton.model.LayerStates;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.tokenizer.Tokenizer;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.spec.InvalidInput;

/** All layers of one sequence after another. */
final class SequenceLayers implements LayerStates {
  private final NDManager manager;
  private final LlamaConfig config;
  private final Tokenizer tokenizer;
  private final DecoderScript script;

  SequenceLayers(NDManager parent, LlamaWeights weights, Tokenizer tokenizer) {
    this.manager = parent.newSubManager();
    this.config = weights.config();
    this.tokenizer = tokenizer;
    this.script = new DecoderScript(manager, weights);
  }

  @Override
  public int layers() {
    return config.layers();
  }

  @Override
  public int[] encode(String text) {
    return Arrays.stream(tokenizer.encode(text)).mapToInt(Math::toIntExact).toArray();
  }

  @Override
  public int[] encodeWithin(String text) {
    return Arrays.stream(tokenizer.encodeWithin(text)).mapToInt(Math::toIntExact).toArray();
  }

  @Override
  public float[][][] residuals(int[] ids, int last, Fuzz fuzz) {
    return read(ids, last, fuzz, (scratch, states) -> states.toType(DataType.FLOAT32, false));
  }

  @Override
  public float[][][] lens(int[] ids, int last, int[] asked, Fuzz fuzz) {
    return read(
        ids,
        last,
        fuzz,
        (scratch, states) ->
            script.lens(scratch, states).get(new NDIndex(":, {}", scratch.create(wide(asked)))));
  }

  @Override
  public float[][][] cosines(int[] ids, int last, int[] asked, Fuzz fuzz) {
    return read(ids, last, fuzz, (scratch, states) -> script.cosines(scratch, states, wide(asked)));
  }

  /** A figure of every layer and token, computed layer by layer. */
  private float[][][] read(
      int[] ids, int last, Fuzz fuzz, BiFunction<NDManager, NDArray, NDArray> figure) {
    check(ids, last, fuzz);
    float[][][] found = new float[config.layers() + 1][last][];
    try (NDManager scratch = manager.newSubManager()) {
      NDArray all = script.layers(scratch, wide(ids), fuzz);
      for (int layer = 0; layer < found.length; layer++) {
        NDArray states =
            all.get(new NDIndex("{}, {}:{}", layer, ids.length - last, (long) ids.length));
        states.attach(scratch);
        float[] values = figure.apply(scratch, states).toFloatArray();
        int width = values.length / last;
        for (int row = 0; row < last; row++) {
          found[layer][row] = Arrays.copyOfRange(values, row * width, (row + 1) * width);
        }
      }
    }
    return found;
  }

  private void check(int[] ids, int last, Fuzz fuzz) {
    if (ids.length < 1 || ids.length > config.context()) {
      throw new InvalidInput(
          "Cannot read the layers of %,d tokens: expected 1 to the %,d of the model's context"
              .formatted(ids.length, config.context()));
    }
    if (last < 1 || last > ids.length) {
      throw new InvalidInput(
          "Cannot read %,d tokens at the end of %,d: expected 1 to %,d"
              .formatted(last, ids.length, ids.length));
    }
    if (fuzz.magnitude() > 0 && (fuzz.layer() < 1 || fuzz.layer() > config.layers())) {
      throw new InvalidInput(
          "Cannot add noise after layer %,d: the model has layers 1 to %,d"
              .formatted(fuzz.layer(), config.layers()));
    }
  }

  private static long[] wide(int[] ids) {
    return Arrays.stream(ids).asLongStream().toArray();
  }

  @Override
  public void close() {
    script.close();
    manager.close();
  }
}
