package org.galton.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Cosines and sines of the rotary position embedding (Su et al., arXiv 2104.09864) for every
 * position: angle(position, i) = position · theta^(−2i/headWidth). Computed in double precision.
 *
 * @param cosine [context, headWidth]
 * @param signedSine [context, headWidth], negated in the first half
 */
record RotaryTable(NDArray cosine, NDArray signedSine) {

  static RotaryTable of(NDManager manager, LlamaConfig config) {
    int width = config.headWidth();
    int half = width / 2;
    float[] cosine = new float[config.context() * width];
    float[] sine = new float[config.context() * width];
    for (int position = 0; position < config.context(); position++) {
      for (int i = 0; i < half; i++) {
        double angle = position * Math.pow(config.ropeTheta(), -2.0 * i / width);
        int at = position * width + i;
        cosine[at] = cosine[at + half] = (float) Math.cos(angle);
        sine[at + half] = (float) Math.sin(angle);
        sine[at] = -sine[at + half];
      }
    }
    Shape shape = new Shape(config.context(), width);
    return new RotaryTable(manager.create(cosine, shape), manager.create(sine, shape));
  }
}
