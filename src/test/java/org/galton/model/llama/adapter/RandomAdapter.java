package org.galton.model.llama.adapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.weights.LlamaTensors;
import org.galton.model.llama.weights.Safetensors;
import org.galton.model.llama.weights.Tensor;

/**
 * An adapter of random factors, large enough that every module's change shows.
 *
 * @param tensors A and B of each module
 */
public record RandomAdapter(List<Tensor> tensors) {
  private static final double DEVIATION = 0.15;

  /**
   * @param ranks of modules; 0 for those that are left alone
   */
  public static RandomAdapter of(LlamaConfig base, ToIntFunction<String> ranks, long seed) {
    Random random = new Random(seed);
    List<Tensor> tensors = new ArrayList<>();
    LlamaTensors.projections(base)
        .forEach(
            (module, shape) -> {
              int rank = ranks.applyAsInt(module);
              if (rank > 0) {
                tensors.add(
                    tensor(random, AdapterTensors.down(module), new long[] {rank, shape[1]}));
                tensors.add(tensor(random, AdapterTensors.up(module), new long[] {shape[0], rank}));
              }
            });
    return new RandomAdapter(tensors);
  }

  private static Tensor tensor(Random random, String name, long[] shape) {
    float[] values = new float[(int) (shape[0] * shape[1])];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (DEVIATION * random.nextGaussian());
    }
    return new Tensor(name, shape, values);
  }

  /** In a folder, with this {@code adapter_config.json}. */
  public Path write(Path folder, String config) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(AdapterConfigJson.FILE), config);
    Safetensors.writeFloat32(tensors, folder.resolve(Adapter.WEIGHTS));
    return folder;
  }

  /**
   * The base's tensors W with scale · B A added, computed in double.
   *
   * @param scales of modules
   */
  public List<Tensor> mergedInto(List<Tensor> base, ToDoubleFunction<String> scales) {
    Map<String, Tensor> own =
        tensors.stream().collect(Collectors.toMap(Tensor::name, tensor -> tensor));
    return base.stream()
        .map(
            weight -> {
              String module = weight.name().replaceAll("\\.weight$", "");
              Tensor down = own.get(AdapterTensors.down(module));
              Tensor up = own.get(AdapterTensors.up(module));
              return down == null ? weight : sum(weight, down, up, scales.applyAsDouble(module));
            })
        .toList();
  }

  private static Tensor sum(Tensor weight, Tensor down, Tensor up, double scale) {
    int in = (int) weight.shape()[1];
    int rank = (int) down.shape()[0];
    float[] values = weight.values().clone();
    for (int i = 0; i < values.length; i++) {
      double change = 0;
      for (int k = 0; k < rank; k++) {
        change += (double) up.values()[i / in * rank + k] * down.values()[k * in + i % in];
      }
      values[i] = (float) (values[i] + scale * change);
    }
    return new Tensor(weight.name(), weight.shape(), values);
  }
}
