package org.galton.model.llama.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * A projection of one layer: rows of an array that it may share with others.
 *
 * @param array [all rows, width in]
 * @param first its first row
 * @param rows its width out
 */
public record ProjectionRows(NDArray array, long first, long rows) {

  /** These rows of this array, or of one of its shape. */
  public NDIndex index() {
    return new NDIndex().addSliceDim(first, first + rows);
  }

  /** Columns of its matrix. */
  public long widthIn() {
    return array.getShape().get(1);
  }
}
