package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many rows a step computes where not all slots are in use: half of them, a quarter and so on,
 * as far as each row then comes out as it does among all. Whether it does depends on the kernels
 * that the engine takes for so many rows. So it is tried, with one step of random tokens, when it
 * is first wanted: the same bits, or a step has all rows. One instance serves all loops of a model.
 */
final class StepRows {
  /** Below, the engine has other kernels for a matrix that is not packed. */
  private static final int FEWEST = 4;

  /** The keys and values that the tried tokens see. */
  private static final int SPAN = 48;

  private final int vocabulary;
  private final Map<Size, Boolean> tried = new ConcurrentHashMap<>();

  private record Size(int rows, int threads) {}

  StepRows(int vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The number of rows for this many rollouts among {@code slots}. */
  int of(int rollouts, int slots, NDManager manager, DecoderScript script) {
    int rows = slots;
    while (rows % 2 == 0
        && rows / 2 >= FEWEST
        && rows / 2 >= rollouts
        && halves(rows, manager, script)) {
      rows /= 2;
    }
    return rows;
  }

  /** Whether the first half of the rows comes out the same without the second. */
  private boolean halves(int rows, NDManager manager, DecoderScript script) {
    return tried.computeIfAbsent(
        new Size(rows, JniUtils.getNumThreads()),
        size -> {
          float[] all = logits(rows, manager, script);
          float[] half = logits(rows / 2, manager, script);
          return Arrays.equals(half, 0, half.length, all, 0, half.length);
        });
  }

  /** After one step of the same random tokens; a row depends on its number alone. */
  private float[] logits(int rows, NDManager manager, DecoderScript script) {
    Random random = new Random(1);
    long[] tokens = new long[rows];
    long[] own = new long[rows];
    for (int i = 0; i < rows; i++) {
      tokens[i] = random.nextInt(vocabulary);
      own[i] = random.nextInt(SPAN);
    }
    own[0] = SPAN - 1;
    try (NDManager scratch = manager.newSubManager();
        KeyValueCache cache = script.cache(rows, SPAN);
        SharedPrompts none = SharedPrompts.of(scratch, new Slot[rows], rows)) {
      return script.step(scratch, tokens, own, own, cache, none).toFloatArray();
    }
  }
}
