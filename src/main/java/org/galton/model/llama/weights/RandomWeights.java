package org.galton.model.llama.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.galton.model.llama.config.LlamaConfig;

/** Untrained weights, made one tensor after another as they are read. */
record RandomWeights(LlamaConfig config, long seed) implements WeightSource {
  @Override
  public String name() {
    return "random weights";
  }

  @Override
  public Map<String, long[]> shapes() {
    return LlamaTensors.shapes(config);
  }

  @Override
  public void read(NDManager manager, Set<String> names, RowSink sink) {
    Random random = new Random(seed);
    shapes()
        .forEach(
            (name, shape) -> {
              // Made whether or not it is wanted: the next ones depend on it.
              float[] values = values(name, shape, random);
              if (names.contains(name)) {
                try (NDManager scratch = manager.newSubManager();
                    NDArray rows = scratch.create(values, new Shape(shape))) {
                  sink.accept(name, 0, rows);
                }
              }
            });
  }

  private float[] values(String name, long[] shape, Random random) {
    float[] values = new float[(int) Arrays.stream(shape).reduce(1, Math::multiplyExact)];
    if (shape.length == 1) {
      Arrays.fill(values, name.endsWith(".bias") ? 0 : 1);
      return values;
    }
    boolean residual = name.endsWith("o_proj.weight") || name.endsWith("down_proj.weight");
    double deviation = residual ? 0.02 / Math.sqrt(2.0 * config.layers()) : 0.02;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }
}
