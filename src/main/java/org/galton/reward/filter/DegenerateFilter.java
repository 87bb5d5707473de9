package org.galton.reward.filter;

/**
 * Leaves wrong rollouts out of the loss that are no text or do not end: there is nothing in them to
 * be better or worse. They stay in the statistics, and in the mean that the advantages of their
 * prompt are taken from. DeepSearch (arXiv:2509.25454) removes such samples and states no rule;
 * these are ours:
 *
 * <ul>
 *   <li><i>garbled</i>: the text has U+FFFD, which stands for bytes that are no character, or a
 *       control character other than a tab and the ends of lines;
 *   <li><i>repeating</i>: its last tokens are one piece of tokens, at least five times in a row,
 *       and these are half of all its tokens or more. The last time may be broken off.
 * </ul>
 *
 * <p>Cost: one pass over text and tokens.
 */
public record DegenerateFilter() {
  private static final int REPEATS = 5;
  private static final char NO_CHARACTER = '\uFFFD';

  /** As specs and options call it. */
  public String name() {
    return "degenerate";
  }

  /** Whether a wrong rollout is left out. */
  public boolean drops(String text, long[] tokens) {
    return isGarbled(text) || isRepeating(tokens);
  }

  static boolean isGarbled(String text) {
    return text.chars()
        .anyMatch(
            c ->
                c == NO_CHARACTER
                    || (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r'));
  }

  /** By the Z-function from the end: how far the tokens before a place are those of the end. */
  static boolean isRepeating(long[] tokens) {
    int n = tokens.length;
    int[] same = new int[n];
    int left = 0;
    int right = 0;
    for (int period = 1; period * REPEATS <= n; period++) {
      int length = period < right ? Math.min(right - period, same[period - left]) : 0;
      while (period + length < n && tokens[n - 1 - length] == tokens[n - 1 - period - length]) {
        length++;
      }
      same[period] = length;
      if (period + length > right) {
        left = period;
        right = period + length;
      }
      int run = period + length;
      if (run >= REPEATS * period && 2 * run >= n) {
        return true;
      }
    }
    return false;
  }
}
