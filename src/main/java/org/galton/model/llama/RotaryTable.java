package org.galton.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Cosines and sines of the rotary position embedding for every position, times the attention
 * factor. Row p has the {@link RotaryFrequencies} of length p + 1.
 *
 * @param cosine [context, headWidth]
 * @param signedSine [context, headWidth], negated in the first half
 */
record RotaryTable(NDArray cosine, NDArray signedSine) {

  static RotaryTable of(NDManager manager, LlamaConfig config) {
    int width = config.headWidth();
    int half = width / 2;
    RotaryFrequencies frequencies = RotaryFrequencies.of(config);
    double factor = frequencies.attentionFactor();
    double[] inverse = frequencies.inverse(1);
    float[] cosine = new float[config.context() * width];
    float[] sine = new float[config.context() * width];
    for (int position = 0; position < config.context(); position++) {
      inverse = frequencies.fixed() ? inverse : frequencies.inverse(position + 1);
      for (int i = 0; i < half; i++) {
        double angle = position * inverse[i];
        int at = position * width + i;
        cosine[at] = cosine[at + half] = (float) (factor * Math.cos(angle));
        sine[at + half] = (float) (factor * Math.sin(angle));
        sine[at] = -sine[at + half];
      }
    }
    Shape shape = new Shape(config.context(), width);
    return new RotaryTable(manager.create(cosine, shape), manager.create(sine, shape));
  }
}
