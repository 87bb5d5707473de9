package org.galton.junk.mix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Posts of one label, in the order in which they are drawn: without replacement, from the lowest
 * key. So a larger draw holds nearly all of a smaller one.
 */
public final class Pool {
  private static final int EXCHANGED = 2;

  private final List<PoolPost> posts;
  private final long tokens;

  /**
   * @param posts none twice, each with a token or more
   */
  public Pool(List<PoolPost> posts) {
    this.posts = posts.stream().sorted(PoolPost.ORDER).toList();
    this.tokens = posts.stream().mapToLong(PoolPost::tokens).sum();
  }

  public int size() {
    return posts.size();
  }

  public long tokens() {
    return tokens;
  }

  /**
   * Posts whose tokens come near to a number: as many as fit, of which the last two or fewer may be
   * exchanged for one or two of the rest that fill the gap best. Short where the pool is used up.
   * Cost: a few sorts of the pool.
   */
  public Taken take(long wanted) {
    int first = 0;
    long sum = 0;
    while (first < posts.size() && sum + posts.get(first).tokens() <= wanted) {
      sum += posts.get(first).tokens();
      first++;
    }
    Taken best = new Taken(posts.subList(0, first), sum);
    for (int without = 0; without <= Math.min(EXCHANGED, first); without++) {
      Taken begin = new Taken(posts.subList(0, first - without), sum);
      best = better(best, filled(begin, wanted), wanted);
      sum -= without < first ? posts.get(first - without - 1).tokens() : 0;
    }
    return best;
  }

  /** The same posts, and the one or two of the rest that fill the gap best. */
  private Taken filled(Taken begin, long wanted) {
    List<PoolPost> rest = new ArrayList<>(posts.subList(begin.posts().size(), posts.size()));
    rest.sort(Comparator.comparingInt(PoolPost::tokens).thenComparing(PoolPost.ORDER));
    Taken best = begin;
    int low = 0;
    int high = rest.size() - 1;
    for (PoolPost one : rest) {
      if (gap(begin.tokens() + one.tokens(), wanted) < gap(best.tokens(), wanted)) {
        best = begin.with(one);
      }
    }
    while (low < high) {
      long both = begin.tokens() + rest.get(low).tokens() + rest.get(high).tokens();
      if (gap(both, wanted) < gap(best.tokens(), wanted)) {
        best = begin.with(rest.get(low)).with(rest.get(high));
      }
      if (both < wanted) {
        low++;
      } else {
        high--;
      }
    }
    return best;
  }

  private static Taken better(Taken one, Taken other, long wanted) {
    return gap(other.tokens(), wanted) < gap(one.tokens(), wanted) ? other : one;
  }

  private static long gap(long tokens, long wanted) {
    return Math.abs(tokens - wanted);
  }
}
