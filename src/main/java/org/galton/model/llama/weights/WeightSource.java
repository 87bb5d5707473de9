package org.galton.model.llama.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import java.util.Set;

/** Named tensors that are handed over piece by piece, never all at once. */
public interface WeightSource {
  /** What an error calls it. */
  String name();

  /** Shapes by name, known before any weight is read. */
  Map<String, long[]> shapes();

  /**
   * Hands the tensors of these names to the sink, in the order in which they are stored.
   *
   * @param manager decides the device of the pieces
   */
  void read(NDManager manager, Set<String> names, RowSink sink);

  /** Takes entries of a tensor along its first axis. */
  interface RowSink {
    /**
     * @param rows in the type of the source, or float32; valid during the call only
     */
    void accept(String tensor, long firstRow, NDArray rows);
  }
}
