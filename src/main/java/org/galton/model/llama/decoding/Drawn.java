package org.galton.model.llama.decoding;

import java.util.Arrays;

/**
 * Drawn tokens of one step, by slot.
 *
 * @param tokens ids
 * @param logprobs natural logarithms of the probabilities before temperature and filters
 * @param entropies of the distributions before temperature and filters, in nats
 * @param tempered natural logarithms of the probabilities after temperature and before filters;
 *     those before temperature where it is 0
 */
record Drawn(float[] tokens, float[] logprobs, float[] entropies, float[] tempered) {

  static Drawn unpack(float[] packed) {
    int slots = packed.length / 4;
    return new Drawn(
        Arrays.copyOfRange(packed, 0, slots),
        Arrays.copyOfRange(packed, slots, 2 * slots),
        Arrays.copyOfRange(packed, 2 * slots, 3 * slots),
        Arrays.copyOfRange(packed, 3 * slots, 4 * slots));
  }
}
