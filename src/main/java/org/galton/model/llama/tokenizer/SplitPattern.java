package org.galton.model.llama.tokenizer;

/**
 * A regular expression of a {@code tokenizer.json}, which Oniguruma runs by backtracking: it ends
 * the process when a match takes more than ten million steps, or when groups are too deep for the
 * stack. So the steps of a match are bounded here from the pattern alone. With n characters of text
 * a match tries at most a + b · n paths: a repeat without end that something after it can send back
 * has n, an alternation the sum of its branches, a sequence the product of its parts. Published
 * patterns have a b below 10. What repeats must have one path only, else the paths grow as a power
 * of n or faster.
 *
 * <p>The syntax is the part of Ruby's that such patterns use: neither backreferences nor calls,
 * conditions or comments.
 *
 * @param least fewest characters of a match
 * @param longest most characters of a text that it may be run on
 */
record SplitPattern(int least, int longest) {
  private static final int MOST_CHARACTERS = 4_000;
  private static final int MOST_SIZE = 20_000;
  private static final double MOST_WAYS = 100;
  private static final double MOST_PATHS = 4_000_000;

  /**
   * @throws IllegalArgumentException saying what is found in it and what is expected
   */
  static SplitPattern of(String pattern) {
    if (pattern.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "%,d characters, expected at most %,d".formatted(pattern.length(), MOST_CHARACTERS));
    }
    PatternNode root = new PatternParser(pattern).pattern();
    if (root.size() > MOST_SIZE) {
      throw new IllegalArgumentException(
          "repeats that make %,d characters of it, expected at most %,d"
              .formatted(root.size(), MOST_SIZE));
    }
    PatternNode.Paths paths = root.paths(false);
    if (paths.steep()) {
      throw new IllegalArgumentException(
          "repeats without end that share a text in more than one way, expected at most one such"
              + " repeat before a part that can fail");
    }
    // Of an endless count times none there is no number, which no comparison holds for.
    if (!(paths.constant() <= MOST_WAYS && paths.slope() <= MOST_WAYS)) {
      throw new IllegalArgumentException(
          "choices that combine in too many ways, expected at most %,.0f".formatted(MOST_WAYS));
    }
    double longest = paths.slope() == 0 ? Integer.MAX_VALUE : MOST_PATHS / paths.slope();
    return new SplitPattern(root.least(), (int) longest);
  }
}
