package org.galton.train.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.model.llama.decoding.TokenTrace;

/**
 * Rollouts as arrays of one shape: token ids padded on the right, and at the positions from which a
 * drawn token was predicted, that token.
 *
 * @param rollouts their numbers in the whole batch
 * @param length positions of each
 * @param ids [rollouts · length]
 * @param targets [rollouts · length]
 */
record TraceBatch(List<Integer> rollouts, int length, long[] ids, long[] targets) {

  /**
   * Cuts a batch into parts of similar lengths, always in the same way.
   *
   * @param most positions of a part
   */
  static List<TraceBatch> parts(List<TokenTrace> traces, int most) {
    List<Integer> byLength =
        IntStream.range(0, traces.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> positions(traces.get(i))).reversed())
            .toList();
    List<TraceBatch> parts = new ArrayList<>();
    int from = 0;
    while (from < byLength.size()) {
      int length = positions(traces.get(byLength.get(from)));
      int to = Math.min(byLength.size(), from + Math.max(1, most / length));
      parts.add(of(traces, byLength.subList(from, to), length));
      from = to;
    }
    return parts;
  }

  private static TraceBatch of(List<TokenTrace> traces, List<Integer> rollouts, int length) {
    long[] ids = new long[rollouts.size() * length];
    long[] targets = new long[ids.length];
    for (int row = 0; row < rollouts.size(); row++) {
      TokenTrace trace = traces.get(rollouts.get(row));
      int start = row * length;
      int first = start + first(trace);
      System.arraycopy(trace.prompt(), 0, ids, start, trace.prompt().length);
      System.arraycopy(trace.tokens(), 0, ids, first + 1, trace.tokens().length - 1);
      System.arraycopy(trace.tokens(), 0, targets, first, trace.tokens().length);
    }
    return new TraceBatch(List.copyOf(rollouts), length, ids, targets);
  }

  /** Where in its row the first drawn token is predicted. */
  static int first(TokenTrace trace) {
    return trace.prompt().length - 1;
  }

  /** The last token is predicted, but predicts nothing. */
  private static int positions(TokenTrace trace) {
    return trace.prompt().length + trace.tokens().length - 1;
  }
}
