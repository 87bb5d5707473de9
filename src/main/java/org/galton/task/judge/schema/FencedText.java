package org.galton.task.judge.schema;

/**
 * A text, and what stands between Markdown's fences where the whole of it does.
 *
 * @param inside the text itself where it is not fenced
 */
record FencedText(String inside, boolean isFenced) {
  private static final String FENCE = "```";

  static FencedText of(String text) {
    String whole = text.strip();
    int end = whole.length() - FENCE.length();
    if (end < FENCE.length() || !whole.startsWith(FENCE) || !whole.endsWith(FENCE)) {
      return new FencedText(text, false);
    }
    int start = FENCE.length();
    while (start < end && isLetter(whole.charAt(start))) {
      start++;
    }
    return new FencedText(whole.substring(start, end), true);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
