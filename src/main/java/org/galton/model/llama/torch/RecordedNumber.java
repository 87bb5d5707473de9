package org.galton.model.llama.torch;

import ai.djl.ndarray.NDArray;

/**
 * Arithmetic of an array and a number where gradients are recorded.
 *
 * <p>The backward pass reads the number again. {@code NDArray.mul(Number)} and {@code
 * NDArray.div(Number)} let go of its memory at once: once the garbage collector has run, whatever
 * lies there takes the number's place, and the gradient is wrong without a word. Here the number
 * belongs to the array's manager and stays as long as that is open.
 */
public final class RecordedNumber {
  private RecordedNumber() {}

  /** x · factor. */
  public static NDArray times(NDArray x, double factor) {
    return x.mul(x.getManager().create((float) factor));
  }

  /** x / divisor. */
  public static NDArray over(NDArray x, double divisor) {
    return x.div(x.getManager().create((float) divisor));
  }
}
