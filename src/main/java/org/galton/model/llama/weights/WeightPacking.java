package org.galton.model.llama.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.galton.model.ComputeType;
import org.galton.model.llama.torch.TorchScript;

/**
 * Lays matrices out for the CPU's products, which else do so anew in every step: reading and
 * writing all weights once more costs as much as the products of a small batch.
 */
final class WeightPacking {
  /** Rows of a product that the layout is chosen for; it serves any other number. */
  private static final long ROWS = 16;

  /**
   * Rows of a matrix that the library lays out together. Its products in float32 with a last block
   * that is not full are wrong in that block.
   */
  private static final long BLOCK = 64;

  private final NDManager owner;
  private final TorchScript script;
  private final boolean inWholeNumbers;
  private final IdentityHashMap<NDArray, NDArray> packed = new IdentityHashMap<>();
  private final List<NDArray> scales = new ArrayList<>();

  /**
   * @param type of the packed matrices
   */
  WeightPacking(NDManager owner, TorchScript script, ComputeType type) {
    this.owner = owner;
    this.script = script;
    this.inWholeNumbers = type == ComputeType.INT8;
  }

  /** Frees the plain matrix, unless it has to stay. */
  NDArray inPlaceOf(NDArray matrix) {
    if (staysPlain(matrix)) {
      return matrix;
    }
    NDArray result = copy(matrix);
    packed.put(matrix, result);
    matrix.close();
    return result;
  }

  private boolean staysPlain(NDArray matrix) {
    return !inWholeNumbers && matrix.getShape().get(0) % BLOCK != 0;
  }

  NDArray copy(NDArray matrix) {
    if (staysPlain(matrix)) {
      return matrix;
    }
    try (IValue plain = TorchScript.tensor(matrix);
        IValue rows = IValue.from(ROWS)) {
      if (!inWholeNumbers) {
        return script.run(owner, "pack", plain, rows).singletonOrThrow();
      }
      NDList both = script.run(owner, "pack8", plain, rows);
      scales.add(both.get(1));
      return both.get(0);
    }
  }

  /** The packed matrix that has taken the place of an array, or the array itself. */
  NDArray of(NDArray array) {
    return packed.getOrDefault(array, array);
  }

  /** In the order in which matrices were packed; none where they are not in whole numbers. */
  List<NDArray> scales() {
    return List.copyOf(scales);
  }
}
