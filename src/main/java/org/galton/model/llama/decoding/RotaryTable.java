package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import org.galton.model.llama.config.LlamaConfig;

/**
 * Cosines and sines of the rotary position embedding (Su et al., arXiv 2104.09864), angle(position,
 * i) = position · frequency(i), computed in double precision for as many positions as are in use.
 */
final class RotaryTable {
  private final NDManager manager;
  private final LlamaConfig config;
  private final RotaryFrequencies frequencies;
  private NDManager owner;
  private Rows table;
  private int positions;

  /**
   * @param cosine [positions, headWidth]
   * @param sine [positions, headWidth], negated in the first half
   */
  record Rows(NDArray cosine, NDArray sine) {}

  RotaryTable(NDManager manager, LlamaConfig config) {
    this.manager = manager;
    this.config = config;
    this.frequencies = RotaryFrequencies.of(config);
  }

  /**
   * A row for at least every position below {@code count}, each fed as the last of its sequence.
   */
  Rows upTo(int count) {
    if (count > positions) {
      if (owner != null) {
        owner.close();
      }
      owner = manager.newSubManager();
      positions = Math.max(count, Math.min(2 * Math.max(positions, 64), config.context()));
      table = rows(owner, positions, 0);
    }
    return table;
  }

  /**
   * Rows of positions of a sequence fed at once.
   *
   * @param to the position after the last
   * @param length of the whole sequence
   */
  Rows sequence(NDManager scratch, int from, int to, int length) {
    Rows all =
        !frequencies.fixed() && length > config.maxPositions()
            ? rows(scratch, to, length)
            : upTo(to);
    NDIndex asked = new NDIndex().addSliceDim(from, to);
    Rows rows = new Rows(all.cosine().get(asked), all.sine().get(asked));
    rows.cosine().attach(scratch);
    rows.sine().attach(scratch);
    return rows;
  }

  /**
   * @param length of the sequence, or 0 for the one that ends with each position
   */
  private Rows rows(NDManager into, int count, int length) {
    int width = config.headWidth();
    int half = width / 2;
    float[] cosine = new float[count * width];
    float[] sine = new float[count * width];
    for (int position = 0; position < count; position++) {
      double[] inverse = frequencies.inverse(length == 0 ? position + 1 : length);
      for (int i = 0; i < half; i++) {
        double angle = position * inverse[i];
        int at = position * width + i;
        cosine[at] = cosine[at + half] = (float) (Math.cos(angle) * frequencies.attentionFactor());
        sine[at + half] = (float) (Math.sin(angle) * frequencies.attentionFactor());
        sine[at] = -sine[at + half];
      }
    }
    Shape shape = new Shape(count, width);
    return new Rows(into.create(cosine, shape), into.create(sine, shape));
  }
}
