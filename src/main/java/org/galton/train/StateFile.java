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

/** Arrays and counters of a run that goes on after it was killed, in one file, whole or absent. */
public final class StateFile {
  private final Path file;

  public StateFile(Path file) {
    this.file = file;
  }

  /**
   * @param counters in whatever coding their owner has, exact in float32
   */
  public void save(float[] counters, List<NDArray> arrays) throws IOException {
    List<Tensor> tensors = new ArrayList<>();
    tensors.add(new Tensor("counters", new long[] {counters.length}, counters));
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

  public boolean exists() {
    return Files.exists(file);
  }

  /**
   * Puts the saved values into the arrays and returns the counters.
   *
   * @throws InvalidInput when it holds arrays of other shapes
   */
  public float[] restore(List<NDArray> arrays) throws IOException {
    List<Tensor> tensors = Safetensors.read(file);
    boolean same = tensors.size() == arrays.size() + 1;
    for (int i = 0; same && i < arrays.size(); i++) {
      same = tensors.get(i + 1).values().length == arrays.get(i).size();
    }
    if (!same) {
      throw new InvalidInput(
          "Cannot resume from "
              + file
              + ": its arrays are not those of this model and these settings; remove it or choose another output");
    }
    new WeightVector(tensors.stream().skip(1).map(Tensor::values).toArray(float[][]::new))
        .putInto(arrays);
    return tensors.get(0).values();
  }
}
