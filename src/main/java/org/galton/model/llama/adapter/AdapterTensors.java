package org.galton.model.llama.adapter;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.galton.model.llama.weights.WeightSource;
import org.galton.spec.InvalidInput;

/** The tensors of an adapter under the names that PEFT gives them. */
final class AdapterTensors {
  private static final String PREFIX = "base_model.model.";
  private static final String DOWN = ".lora_A.weight";
  private static final String UP = ".lora_B.weight";

  private AdapterTensors() {}

  /** A, [rank, in], of a module. */
  static String down(String module) {
    return PREFIX + module + DOWN;
  }

  /** B, [out, rank], of a module. */
  static String up(String module) {
    return PREFIX + module + UP;
  }

  /**
   * Refuses tensors that are not those of the configuration and the base.
   *
   * @param projections [out, in] of the modules that are changed
   * @throws InvalidInput naming the first tensor of a wrong shape, left over or missing
   */
  static void check(AdapterConfig config, Map<String, long[]> projections, WeightSource source) {
    Map<String, long[]> expected = new LinkedHashMap<>();
    projections.forEach(
        (module, shape) -> {
          expected.put(down(module), new long[] {config.rank(module), shape[1]});
          expected.put(up(module), new long[] {shape[0], config.rank(module)});
        });
    Map<String, long[]> found = source.shapes();
    String madeFor = config.base().isEmpty() ? "" : "; the adapter was made for " + config.base();
    expected.forEach(
        (tensor, shape) -> {
          if (found.containsKey(tensor) && !Arrays.equals(shape, found.get(tensor))) {
            throw broken(
                source,
                "tensor %s has shape %s, expected %s from the rank in %s and the base"
                    .formatted(
                        tensor,
                        Arrays.toString(found.get(tensor)),
                        Arrays.toString(shape),
                        AdapterConfigJson.FILE),
                madeFor);
          }
        });
    for (String tensor : found.keySet()) {
      if (!expected.containsKey(tensor)) {
        throw broken(source, "tensor " + tensor + " " + reason(tensor), madeFor);
      }
    }
    for (String tensor : expected.keySet()) {
      if (!found.containsKey(tensor)) {
        throw broken(source, "tensor " + tensor + " is missing", madeFor);
      }
    }
  }

  private static String reason(String tensor) {
    if (tensor.contains("lora_magnitude_vector")) {
      return "is of DoRA, which cannot be used";
    }
    if (tensor.contains("lora_embedding_")) {
      return "changes the embedding, expected factors of projections only";
    }
    if (tensor.endsWith(".bias")) {
      return "is a bias, expected none";
    }
    if (tensor.contains(".lora_A.") || tensor.contains(".lora_B.")) {
      return tensor.endsWith(DOWN) || tensor.endsWith(UP)
          ? "is of a module that the base has not, or that target_modules does not mean"
          : "has the name of an adapter in it, expected one that PEFT's save_pretrained has"
              + " written";
    }
    return "is no factor; whole modules beside the factors cannot be used";
  }

  private static InvalidInput broken(WeightSource source, String why, String madeFor) {
    return new InvalidInput("Cannot use adapter " + source.name() + ": " + why + madeFor);
  }
}
