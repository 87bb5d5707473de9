package org.galton.model.llama.decoding;

import java.util.Arrays;

/**
 * The likeliest tokens of each slot, the likeliest first.
 *
 * @param packed a row a slot: logarithms of probabilities, then as many ids
 */
record Likeliest(float[] packed, int each) {
  static final Likeliest NONE = new Likeliest(new float[0], 0);

  float[] logprobs(int slot, int most) {
    int from = 2 * each * slot;
    return Arrays.copyOfRange(packed, from, from + Math.min(most, each));
  }

  int[] ids(int slot, int most) {
    int from = 2 * each * slot + each;
    int[] ids = new int[Math.min(most, each)];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (int) packed[from + i];
    }
    return ids;
  }
}
