package org.galton.table.store;

import java.io.Serializable;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.galton.table.RolloutStatus;

/**
 * Which rollouts of one prompt are stored: a bit each, so that millions of keys fit in memory. Sums
 * of parts do not depend on the order in which they are added.
 */
public final class StoredKeys implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The columns that this is made from. */
  public record Part(
      String promptId, int rolloutIndex, String status, int attempt, Integer completionTokens) {}

  private final BitSet drawn = new BitSet();
  private final BitSet twice = new BitSet();
  private final Map<Integer, BitSet> failedAtAttempt = new TreeMap<>();
  private long tokens;

  public StoredKeys add(Part row) {
    if (RolloutStatus.FAILED.is(row.status())) {
      failedAtAttempt
          .computeIfAbsent(row.attempt(), attempt -> new BitSet())
          .set(row.rolloutIndex());
    } else {
      (drawn.get(row.rolloutIndex()) ? twice : drawn).set(row.rolloutIndex());
      tokens += row.completionTokens() == null ? 0 : row.completionTokens();
    }
    return this;
  }

  public StoredKeys add(StoredKeys other) {
    BitSet both = (BitSet) drawn.clone();
    both.and(other.drawn);
    twice.or(both);
    twice.or(other.twice);
    drawn.or(other.drawn);
    other.failedAtAttempt.forEach(
        (attempt, indices) ->
            failedAtAttempt.computeIfAbsent(attempt, none -> new BitSet()).or(indices));
    tokens += other.tokens;
    return this;
  }

  /** The first rollout index that is stored twice, or -1. */
  public int firstTwice() {
    return twice.nextSetBit(0);
  }

  /** How many of the first {@code rollouts} are drawn. */
  public int drawn(int rollouts) {
    return drawn.get(0, rollouts).cardinality();
  }

  public boolean isDrawn(int index) {
    return drawn.get(index);
  }

  /** The first rollout from {@code index} that is not drawn. */
  public int nextMissing(int index) {
    return drawn.nextClearBit(index);
  }

  /**
   * The first rollout from {@code index} that is drawn, or {@code end} when there is none before.
   */
  public int nextDrawn(int index, int end) {
    int next = drawn.nextSetBit(index);
    return next < 0 || next > end ? end : next;
  }

  /** The last attempt at which a rollout failed, 0 when it never did. */
  public int lastFailure(int index) {
    int last = 0;
    for (Map.Entry<Integer, BitSet> failed : failedAtAttempt.entrySet()) {
      if (failed.getValue().get(index)) {
        last = failed.getKey();
      }
    }
    return last;
  }

  /** Of the first {@code rollouts}, those that failed and have not been drawn since. */
  public int failed(int rollouts) {
    BitSet failed = new BitSet();
    failedAtAttempt.values().forEach(failed::or);
    failed.andNot(drawn);
    return failed.get(0, rollouts).cardinality();
  }

  public int drawn() {
    return drawn.cardinality();
  }

  /** Tokens of all drawn rollouts. */
  public long tokens() {
    return tokens;
  }
}
