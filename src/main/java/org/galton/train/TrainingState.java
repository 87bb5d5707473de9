package org.galton.train;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.galton.model.llama.weights.Safetensors;
import org.galton.model.llama.weights.Tensor;
import org.galton.spec.InvalidInput;

/**
 * All that a run needs to go on after it was killed: weights, moments and counters in one file that
 * is whole or absent.
 */
final class TrainingState {
  private final Path file;

  /**
   * @param step steps taken
   * @param tokens tokens seen
   * @param seconds time spent in steps
   */
  record Counters(int step, long tokens, double seconds) {}

  TrainingState(Path folder) {
    this.file = folder.resolve("training-state.safetensors");
  }

  void save(List<NDArray> arrays, Counters counters) throws IOException {
    List<Tensor> tensors = new ArrayList<>();
    // Counters as float pairs would lose digits; 24-bit halves do not.
    float[] counts = {
      counters.step, counters.tokens >> 24, counters.tokens & 0xffffff, (float) counters.seconds
    };
    tensors.add(new Tensor("counters", new long[] {counts.length}, counts));
    for (int i = 0; i < arrays.size(); i++) {
      tensors.add(
          new Tensor(
              "array." + i, arrays.get(i).getShape().getShape(), arrays.get(i).toFloatArray()));
    }
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    Safetensors.writeFloat32(tensors, temporary);
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** Puts the saved values into the arrays. */
  Counters restore(List<NDArray> arrays) throws IOException {
    List<Tensor> tensors = Safetensors.read(file);
    if (tensors.size() != arrays.size() + 1) {
      throw new InvalidInput(
          "Cannot resume from "
              + file
              + ": it holds another model; remove it or choose another output");
    }
    for (int i = 0; i < arrays.size(); i++) {
      arrays.get(i).set(tensors.get(i + 1).values());
    }
    float[] counts = tensors.get(0).values();
    return new Counters((int) counts[0], ((long) counts[1] << 24) + (long) counts[2], counts[3]);
  }
}
