package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galton.model.HiddenStates;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.weights.LlamaWeights;
import org.galton.spec.InvalidInput;

/**
 * States of whole sequences, many in one pass. The shape of a pass follows from the length of a
 * sequence alone, rounded up, and the number of its rows is always the same: a sequence goes
 * through the same arithmetic whoever its neighbours are.
 */
final class SequenceStates implements HiddenStates {
  private static final int ROWS = 16;
  private static final int LENGTHS = 16;

  private final NDManager manager;
  private final LlamaConfig config;
  private final DecoderScript script;

  SequenceStates(NDManager parent, LlamaWeights weights) {
    this.manager = parent.newSubManager();
    this.config = weights.config();
    this.script = new DecoderScript(manager, weights);
  }

  @Override
  public int width() {
    return config.width();
  }

  @Override
  public List<float[]> after(List<int[]> sequences) {
    Map<Integer, List<Integer>> byLength = new TreeMap<>();
    for (int i = 0; i < sequences.size(); i++) {
      byLength.computeIfAbsent(padded(sequences.get(i).length), key -> new ArrayList<>()).add(i);
    }
    float[][] states = new float[sequences.size()][];
    byLength.forEach(
        (length, numbers) -> {
          for (int from = 0; from < numbers.size(); from += ROWS) {
            pass(
                sequences,
                numbers.subList(from, Math.min(numbers.size(), from + ROWS)),
                length,
                states);
          }
        });
    return Arrays.asList(states);
  }

  private int padded(int length) {
    if (length < 1 || length > config.context()) {
      throw new InvalidInput(
          "Cannot read the state after %d tokens: expected 1 to the %d of the model's context"
              .formatted(length, config.context()));
    }
    return Math.min(config.context(), (length + LENGTHS - 1) / LENGTHS * LENGTHS);
  }

  /** Tokens behind a sequence change nothing before them. */
  private void pass(List<int[]> sequences, List<Integer> numbers, int length, float[][] states) {
    long[] ids = new long[ROWS * length];
    long[] last = new long[ROWS];
    for (int row = 0; row < ROWS; row++) {
      int[] sequence = sequences.get(numbers.get(Math.min(row, numbers.size() - 1)));
      for (int i = 0; i < sequence.length; i++) {
        ids[row * length + i] = sequence[i];
      }
      last[row] = (long) row * length + sequence.length - 1;
    }
    try (NDManager scratch = manager.newSubManager()) {
      NDArray found = script.states(scratch, ids, ROWS, last);
      float[] values = found.toFloatArray();
      for (int row = 0; row < numbers.size(); row++) {
        states[numbers.get(row)] =
            Arrays.copyOfRange(values, row * config.width(), (row + 1) * config.width());
      }
    }
  }

  @Override
  public void close() {
    script.close();
    manager.close();
  }
}
