package org.galton.model.llama;

import java.util.Arrays;
import org.galton.model.Completion;
import org.galton.model.Request;

/** One rollout on its way. */
final class Slot {
  final Request request;
  private final Prefix prefix;
  private final int limit;
  private final long started = System.nanoTime();
  private long[] drawn = new long[32];
  private int count;
  private double logprobSum;
  private double entropySum;

  /**
   * @param limit most tokens to draw
   */
  Slot(Request request, Prefix prefix, int limit) {
    this.request = request;
    this.prefix = prefix;
    this.limit = limit;
  }

  /** The token to feed next and its position. */
  long nextToken() {
    return count == 0 ? prefix.lastToken() : drawn[count - 1];
  }

  int nextPosition() {
    return prefix.tokens() + count;
  }

  long lastToken() {
    return drawn[count - 1];
  }

  int count() {
    return count;
  }

  boolean full() {
    return count == limit;
  }

  void add(long token, double logprob, double entropy) {
    if (count == drawn.length) {
      drawn = Arrays.copyOf(drawn, 2 * count);
    }
    drawn[count++] = token;
    logprobSum += logprob;
    entropySum += entropy;
  }

  /** The drawn ids but for the last {@code dropped}. */
  long[] ids(int dropped) {
    return Arrays.copyOf(drawn, count - dropped);
  }

  Completion completion(String text, Completion.Finish finish) {
    return new Completion(
        request,
        text,
        finish,
        prefix.tokens() + 1,
        count,
        logprobSum,
        entropySum / count,
        (System.nanoTime() - started) / 1e9);
  }
}
