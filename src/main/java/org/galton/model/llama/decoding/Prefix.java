package org.galton.model.llama.decoding;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;

/**
 * A prompt computed once for all its rollouts: keys and values of every token but the last, which
 * each rollout feeds itself.
 *
 * @param rows keys, then values, of every block, [2 blocks, keyValueHeads, tokens, headWidth];
 *     nothing for a prompt of one token
 * @param keysAndValues the same block by block
 */
record Prefix(NDManager owner, long[] prompt, List<NDArray> rows, List<NDArray> keysAndValues)
    implements AutoCloseable {
  /**
   * Tokens that are computed at once. With fewer the products with weights are slower, with more a
   * prompt computes again more of what it shares.
   */
  static final int BLOCK = 64;

  static Prefix of(NDManager parent, DecoderScript script, PrefixTree tree, long[] prompt) {
    NDManager owner = parent.newSubManager();
    try {
      if (prompt.length == 1) {
        return new Prefix(owner, prompt, List.of(), List.of());
      }
      NDArray rows = script.rows(owner, prompt.length - 1);
      PrefixTree.Way way = tree.start();
      while (way.tokens() < prompt.length - 1) {
        way = further(owner, script, tree, way, prompt, rows);
      }
      return new Prefix(owner, prompt, List.of(rows), script.byBlock(owner, rows));
    } catch (RuntimeException e) {
      owner.close();
      throw e;
    }
  }

  private static PrefixTree.Way further(
      NDManager owner,
      DecoderScript script,
      PrefixTree tree,
      PrefixTree.Way way,
      long[] prompt,
      NDArray rows) {
    int to = Math.min(way.tokens() + BLOCK, prompt.length - 1);
    try (NDManager scratch = owner.newSubManager()) {
      PrefixTree.Way found = tree.further(scratch, way, prompt, to);
      if (found.tokens() == to) {
        script.put(rows, way.tokens(), found.pieces());
        return found;
      }
      try {
        script.extend(rows, prompt, way.tokens(), to);
        return tree.keep(way, prompt, to, kept -> script.part(kept, rows, way.tokens(), to));
      } finally {
        tree.computed(way, prompt, to);
      }
    }
  }

  /** The way over the whole prompt; what of it is kept no more is kept again. */
  PrefixTree.Way way(DecoderScript script, PrefixTree tree) {
    PrefixTree.Way way = tree.start();
    while (way.tokens() < tokens()) {
      int from = way.tokens();
      int to = Math.min(from + BLOCK, tokens());
      way = tree.keep(way, prompt, to, kept -> script.part(kept, rows.get(0), from, to));
    }
    return way;
  }

  /**
   * Computes what a completion has begun with after some that is known: [2 blocks, keyValueHeads,
   * tokens, headWidth].
   *
   * @param ids of the prompt and of the completion; the last is not computed
   * @param known of the completion's keys and values those before token {@code from}
   */
  NDArray rowsOf(
      NDManager scratch, DecoderScript script, long[] ids, List<NDArray> known, int from) {
    NDArray all = script.rows(scratch, ids.length - 1);
    script.put(all, 0, rows);
    script.put(all, tokens(), known);
    script.extend(all, ids, from, ids.length - 1);
    return script.part(scratch, all, from, ids.length - 1);
  }

  /** The ids of the prompt and of a completion. */
  long[] with(long[] completion) {
    long[] ids = Arrays.copyOf(prompt, prompt.length + completion.length);
    System.arraycopy(completion, 0, ids, prompt.length, completion.length);
    return ids;
  }

  /** Tokens that its rollouts share. */
  int tokens() {
    return prompt.length - 1;
  }

  long lastToken() {
    return prompt[prompt.length - 1];
  }

  @Override
  public void close() {
    owner.close();
  }
}
