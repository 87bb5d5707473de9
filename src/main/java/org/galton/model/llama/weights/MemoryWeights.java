package org.galton.model.llama.weights;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Weights from the heap: those of a small model that was made here. */
public record MemoryWeights(String name, List<Tensor> tensors) implements WeightSource {
  @Override
  public Map<String, long[]> shapes() {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    tensors.forEach(tensor -> shapes.put(tensor.name(), tensor.shape()));
    return shapes;
  }

  @Override
  public void read(NDManager manager, Set<String> names, RowSink sink) {
    for (Tensor tensor : tensors) {
      if (names.contains(tensor.name())) {
        try (NDManager scratch = manager.newSubManager()) {
          sink.accept(tensor.name(), 0, scratch.create(tensor.values(), new Shape(tensor.shape())));
        }
      }
    }
  }
}
