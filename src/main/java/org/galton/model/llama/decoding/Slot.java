package org.galton.model.llama.decoding;

import java.util.Arrays;
import org.galton.model.Completion;
import org.galton.model.ModelPrompt;

/** One rollout on its way. */
final class Slot {
  private final Job job;
  private final Prefix prefix;
  private final int copied;
  private final int limit;
  private final Insertion insertion;
  private final long[] begun;
  private final long started = System.nanoTime();
  private long[] drawn = new long[32];
  private float[] behaviour = new float[32];
  private float[] entropies = new float[32];
  private int count;
  private double logprobSum;
  private double entropySum;

  /**
   * @param copied tokens of the prompt that lie in the slot's own cache; those that the completion
   *     has begun with always do
   * @param limit most tokens to draw
   * @param insertion tokens that take the places of drawn ones
   */
  Slot(Job job, Prefix prefix, int copied, int limit, Insertion insertion) {
    this.job = job;
    this.prefix = prefix;
    this.copied = copied;
    this.limit = limit;
    this.insertion = insertion;
    this.begun =
        job.request().prompt() instanceof ModelPrompt.Begun prompt
            ? prompt.tokens().stream().mapToLong(Integer::longValue).toArray()
            : new long[0];
  }

  Job job() {
    return job;
  }

  Prefix prefix() {
    return prefix;
  }

  /** Whether part of its attention is over keys and values that it shares. */
  boolean sharesPrompt() {
    return prefix.tokens() > copied;
  }

  /** The token to feed next, its position, and its row in the slot's own cache. */
  long nextToken() {
    if (count > 0) {
      return drawn[count - 1];
    }
    return begun.length > 0 ? begun[begun.length - 1] : prefix.lastToken();
  }

  int nextPosition() {
    return prefix.tokens() + begun.length + count;
  }

  int nextRow() {
    return copied + begun.length + count;
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

  /** Takes what row {@code i} has drawn, or the token that is put in here in place of it. */
  void add(Drawn row, int i) {
    if (count == drawn.length) {
      drawn = Arrays.copyOf(drawn, 2 * count);
      behaviour = Arrays.copyOf(behaviour, 2 * count);
      entropies = Arrays.copyOf(entropies, 2 * count);
    }
    if (insertion.covers(count)) {
      drawn[count] = insertion.token(count);
    } else {
      drawn[count] = (long) row.tokens()[i];
      behaviour[count] = row.behaviour()[i];
      entropies[count] = row.entropies()[i];
      logprobSum += row.logprobs()[i];
      entropySum += row.entropies()[i];
    }
    count++;
  }

  /** Tells who watches what was drawn last, which row {@code i} has. */
  void tell(Drawn row, Likeliest likeliest, int i) {
    TokenWatch watch = job.watch();
    if (!watch.isNone()) {
      int most = watch.alternatives();
      watch
          .told()
          .accept(
              new DrawnToken(
                  count - 1,
                  (int) lastToken(),
                  row.logprobs()[i],
                  likeliest.ids(i, most),
                  likeliest.logprobs(i, most)));
    }
  }

  /** Tokens of the prompt that lie in its own cache. */
  int copied() {
    return copied;
  }

  /** The ids of the completion, those that it has begun with included, but for the last. */
  long[] idsBeforeLast() {
    return ids(count - 1);
  }

  /** The ids of the completion, those that it has begun with included. */
  long[] ids() {
    return ids(count);
  }

  private long[] ids(int ofDrawn) {
    long[] ids = Arrays.copyOf(begun, begun.length + ofDrawn);
    System.arraycopy(drawn, 0, ids, begun.length, ofDrawn);
    return ids;
  }

  TokenTrace trace() {
    return new TokenTrace(
        job.request(),
        prefix.prompt().clone(),
        Arrays.copyOf(drawn, count),
        Arrays.copyOf(behaviour, count),
        Arrays.copyOf(entropies, count),
        insertion.start(count),
        insertion.end(count));
  }

  Completion completion(String text, Completion.Finish finish) {
    return new Completion(
        job.request(),
        text,
        finish,
        prefix.prompt().length,
        count,
        logprobSum,
        entropySum / (count - insertion.end(count) + insertion.start(count)),
        (System.nanoTime() - started) / 1e9);
  }
}
