package org.galton.model.llama.weights;

/**
 * A tensor in a safetensors file.
 *
 * @param begin first byte, counted from the end of the header
 * @param end byte after the last
 */
record StoredTensor(String name, StoredType type, long[] shape, long begin, long end) {

  /** Size of one entry along the first axis. */
  long rowBytes() {
    return shape.length == 0 || shape[0] == 0 ? end - begin : (end - begin) / shape[0];
  }
}
