package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.galton.model.llama.weights.LlamaWeights;

/**
 * Tells how probable each token of a given sequence is after those before it, all in one pass. One
 * instance serves one thread.
 */
public final class SequenceReader implements AutoCloseable {
  /** Logits that are in memory at once, 64 MiB. */
  private static final int MOST_LOGITS = 1 << 24;

  private final NDManager manager;
  private final DecoderScript script;
  private final int vocabulary;
  private final int rows;

  SequenceReader(NDManager parent, LlamaWeights weights) {
    this(parent, weights, Math.max(1, MOST_LOGITS / weights.config().vocabulary()));
  }

  /**
   * @param rows places whose logits are in memory at once
   */
  SequenceReader(NDManager parent, LlamaWeights weights, int rows) {
    this.manager = parent.newSubManager();
    this.script = new DecoderScript(manager, weights);
    this.vocabulary = weights.config().vocabulary();
    this.rows = rows;
  }

  /**
   * The tokens of a sequence from the second on: nothing comes before the first. Log-probabilities
   * are natural, and not a number where the model's output is none.
   *
   * @param ids of tokens, no more than the model's context
   * @param alternatives how many of the likeliest tokens are told at each place
   */
  public List<DrawnToken> read(List<Integer> ids, int alternatives) {
    List<DrawnToken> told = new ArrayList<>();
    if (ids.size() < 2) {
      return told;
    }
    int each = Math.min(alternatives, vocabulary);
    long[] tokens = ids.stream().mapToLong(Integer::longValue).toArray();
    try (NDManager scratch = manager.newSubManager()) {
      NDArray hidden = script.hidden(scratch, Arrays.copyOf(tokens, tokens.length - 1));
      for (int from = 1; from < tokens.length; from += rows) {
        int to = Math.min(tokens.length, from + rows);
        tell(hidden, Arrays.copyOfRange(tokens, from, to), from, each, told);
      }
    }
    return told;
  }

  private void tell(NDArray hidden, long[] tokens, int from, int each, List<DrawnToken> told) {
    float[] values;
    try (NDManager scratch = manager.newSubManager()) {
      NDArray part = hidden.get(new NDIndex("{}:{}", from - 1L, from - 1L + tokens.length));
      part.attach(scratch);
      values = script.read(scratch, script.logits(scratch, part), tokens, each).toFloatArray();
    }
    int width = 1 + 2 * each;
    for (int i = 0; i < tokens.length; i++) {
      int at = i * width;
      int[] likeliest = new int[each];
      for (int j = 0; j < each; j++) {
        likeliest[j] = (int) values[at + 1 + each + j];
      }
      told.add(
          new DrawnToken(
              from + i,
              Math.toIntExact(tokens[i]),
              values[at],
              likeliest,
              Arrays.copyOfRange(values, at + 1, at + 1 + each)));
    }
  }

  @Override
  public void close() {
    script.close();
    manager.close();
  }
}
