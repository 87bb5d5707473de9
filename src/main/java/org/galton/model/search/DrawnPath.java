package org.galton.model.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.galton.model.Completion;
import org.galton.model.CompletionTokens;
import org.galton.model.ModelPrompt;
import org.galton.model.Request;

/**
 * A completion as far as it was drawn, block by block.
 *
 * @param before null at the root
 * @param block drawn last; its text is that of the whole path. Null at the root
 * @param length tokens of the path
 */
record DrawnPath(DrawnPath before, Completion block, int length) {
  static final DrawnPath ROOT = new DrawnPath(null, null, 0);

  DrawnPath plus(Completion next) {
    return new DrawnPath(this, next, length + next.completionTokens());
  }

  String text() {
    return block == null ? "" : block.text();
  }

  /** What a model is given to go on from here, at the root too: it will go on from there. */
  ModelPrompt prompt(ModelPrompt whole) {
    List<Integer> ids = new ArrayList<>(length);
    for (Completion part : blocks()) {
      for (int id : part.tokens().ids()) {
        ids.add(id);
      }
    }
    return new ModelPrompt.Begun(whole, ids);
  }

  /** Ids of the prompt's tokens and those of the path; not of the root. */
  int[] tokens() {
    int[] prompt = block.tokens().prompt();
    int[] all = Arrays.copyOf(prompt, prompt.length + length);
    int at = prompt.length;
    for (Completion part : blocks()) {
      int[] ids = part.tokens().ids();
      System.arraycopy(ids, 0, all, at, ids.length);
      at += ids.length;
    }
    return all;
  }

  /** In their order. */
  private Deque<Completion> blocks() {
    Deque<Completion> blocks = new ArrayDeque<>();
    for (DrawnPath path = this; path.block != null; path = path.before) {
      blocks.addFirst(path.block);
    }
    return blocks;
  }

  /**
   * The path as one completion.
   *
   * @param finish of the last block, or of a path that was given up
   */
  Completion completion(Request request, Completion.Finish finish, double seconds) {
    int[] ids = new int[length];
    float[] logprobs = new float[length];
    float[] entropies = new float[length];
    double logprobSum = 0;
    double entropySum = 0;
    int at = 0;
    for (Completion part : blocks()) {
      int count = part.completionTokens();
      System.arraycopy(part.tokens().ids(), 0, ids, at, count);
      System.arraycopy(part.tokens().logprobs(), 0, logprobs, at, count);
      System.arraycopy(part.tokens().entropies(), 0, entropies, at, count);
      logprobSum += part.logprobSum();
      entropySum += part.entropyMean() * count;
      at += count;
    }
    return new Completion(
        request,
        text(),
        finish,
        block.promptTokens(),
        length,
        logprobSum,
        entropySum / length,
        seconds,
        new CompletionTokens(block.tokens().prompt(), ids, logprobs, entropies));
  }
}
