package org.galton.bench;

/**
 * One line of the grid: some rollouts of one prompt, drawn in one way.
 *
 * @param crew what runs at once
 * @param promptTokens length of the prompt
 * @param slots rollouts decoded side by side by all loops together
 * @param rollouts to draw; more than {@code slots} take the slots that become free
 * @param newTokens of each rollout
 */
public record DecodeCell(
    Way way, Crew crew, int promptTokens, int slots, int rollouts, int newTokens) {

  /** One at a time is so slow that each loop draws only this many, and the time is scaled. */
  private static final int ALONE = 2;

  /**
   * @param loops decode loops side by side over the same weights
   * @param threads inside one operation of each
   */
  public record Crew(int loops, int threads) {
    @Override
    public String toString() {
      return loops + "x" + threads;
    }
  }

  /** Rollouts that a loop really draws. */
  int drawnBy(int loop) {
    int share = share(rollouts, loop);
    return way == Way.ONE_AT_A_TIME ? Math.min(ALONE, share) : share;
  }

  int slotsOf(int loop) {
    return way == Way.ONE_AT_A_TIME ? 1 : share(slots, loop);
  }

  /** Wanted rollouts for each that is drawn. */
  double scale() {
    int drawn = 0;
    for (int loop = 0; loop < crew.loops(); loop++) {
      drawn += drawnBy(loop);
    }
    return (double) rollouts / drawn;
  }

  /** As even as can be: the shares of all loops add up to the whole. */
  private int share(int whole, int loop) {
    int before = (int) ((long) whole * loop / crew.loops());
    return (int) ((long) whole * (loop + 1) / crew.loops()) - before;
  }

  /** The same with shorter completions: enough to warm up. */
  DecodeCell upTo(int tokens) {
    return new DecodeCell(way, crew, promptTokens, slots, rollouts, Math.min(newTokens, tokens));
  }
}
