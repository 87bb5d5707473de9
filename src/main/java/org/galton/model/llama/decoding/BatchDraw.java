package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;
import org.galton.model.Sampling;
import org.galton.model.Uniforms;

/**
 * Draws a token for each slot of a batch, each under its own sampling. A sampling draws for all
 * rows, of which its slots' are kept: a row then meets the same arithmetic whatever the other slots
 * want. So each further sampling in a batch costs one more draw, and no more of the model.
 */
final class BatchDraw {
  private final DecoderScript script;

  BatchDraw(DecoderScript script) {
    this.script = script;
  }

  /** What shapes a distribution: limits and stop strings do not. */
  private record Shape(double temperature, int topK, double topP, double minP) {
    static Shape of(Sampling sampling) {
      return new Shape(sampling.temperature(), sampling.topK(), sampling.topP(), sampling.minP());
    }
  }

  /**
   * @param slots null where there is no rollout; at least one is there
   */
  Drawn draw(NDManager scratch, NDArray logits, Slot[] slots) {
    float[] uniforms = new float[slots.length];
    Map<Shape, Sampling> samplings = new HashMap<>();
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] != null) {
        uniforms[i] = Uniforms.at(slots[i].job().request().seed(), slots[i].count());
        Sampling sampling = slots[i].job().sampling();
        samplings.putIfAbsent(Shape.of(sampling), sampling);
      }
    }
    Map<Shape, Drawn> drawn = new HashMap<>();
    samplings.forEach(
        (shape, sampling) -> drawn.put(shape, script.draw(scratch, logits, uniforms, sampling)));
    if (drawn.size() == 1) {
      return drawn.values().iterator().next();
    }
    Drawn rows = Drawn.ofSlots(slots.length);
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] != null) {
        rows.take(i, drawn.get(Shape.of(slots[i].job().sampling())));
      }
    }
    return rows;
  }

  /** The likeliest tokens of each slot, as many as the one wants that wants most. */
  Likeliest likeliest(NDManager scratch, NDArray logits, Slot[] slots) {
    int most = 0;
    for (Slot slot : slots) {
      most = slot == null ? most : Math.max(most, slot.job().watch().alternatives());
    }
    return most == 0 ? Likeliest.NONE : script.likeliest(scratch, logits, most);
  }
}
