package org.galton.reinforce.page;

/** Classes of prompts by their success rate p = correct / scored: never, four quarters, always. */
enum SolvedShare {
  NEVER("never", "var(--never)"),
  UP_TO_QUARTER("up to 25\u202f%", "var(--o1)"),
  UP_TO_HALF("up to 50\u202f%", "var(--o2)"),
  UP_TO_THREE_QUARTERS("up to 75\u202f%", "var(--o3)"),
  BELOW_ALL("below 100\u202f%", "var(--o5)"),
  ALWAYS("always", "var(--always)");

  private static final int QUARTERS = 4;

  private final String words;
  private final String colour;

  SolvedShare(String words, String colour) {
    this.words = words;
    this.colour = colour;
  }

  /**
   * In integers: 1 of 4 is exactly a quarter.
   *
   * @param scored above 0
   */
  static SolvedShare of(long correct, long scored) {
    if (correct == 0) {
      return NEVER;
    }
    return correct == scored ? ALWAYS : values()[1 + (int) ((QUARTERS * correct - 1) / scored)];
  }

  String words() {
    return words;
  }

  String colour() {
    return colour;
  }
}
