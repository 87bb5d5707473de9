package org.galton.model.llama.decoding;

import java.util.Arrays;

/**
 * Drawn tokens of one step, by slot.
 *
 * @param tokens ids
 * @param logprobs natural logarithms of the probabilities before temperature and filters
 * @param entropies of the distributions before temperature and filters, in nats
 * @param behaviour natural logarithms of the probabilities under the distributions that were drawn
 *     from, after temperature and filters; at temperature 0 the same as {@code logprobs}
 */
record Drawn(float[] tokens, float[] logprobs, float[] entropies, float[] behaviour) {

  /** Of slots that are taken one by one. */
  static Drawn ofSlots(int slots) {
    return new Drawn(new float[slots], new float[slots], new float[slots], new float[slots]);
  }

  /** Takes a slot's row of another draw. */
  void take(int slot, Drawn other) {
    tokens[slot] = other.tokens[slot];
    logprobs[slot] = other.logprobs[slot];
    entropies[slot] = other.entropies[slot];
    behaviour[slot] = other.behaviour[slot];
  }

  static Drawn unpack(float[] packed) {
    int slots = packed.length / 4;
    return new Drawn(
        Arrays.copyOfRange(packed, 0, slots),
        Arrays.copyOfRange(packed, slots, 2 * slots),
        Arrays.copyOfRange(packed, 2 * slots, 3 * slots),
        Arrays.copyOfRange(packed, 3 * slots, 4 * slots));
  }
}
