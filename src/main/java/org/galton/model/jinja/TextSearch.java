package org.galton.model.jinja;

/**
 * Finds one text in others, in time that grows with the sum of their lengths, not the product: a
 * long text is looked for with the table of Knuth, Morris and Pratt (1977).
 */
final class TextSearch {
  private static final int SHORT = 32;

  private final String part;
  private final Rendering rendering;

  /**
   * For each end of {@code part}, how long a beginning of it stands there; null for a short one.
   */
  private final int[] borders;

  TextSearch(String part, Rendering rendering) {
    this.part = part;
    this.rendering = rendering;
    rendering.touch(part.length());
    this.borders = part.length() <= SHORT ? null : borders(part);
  }

  /** Where the part first begins at or after {@code from}; -1 where it does not. */
  int in(String text, int from) {
    int found = borders == null ? text.indexOf(part, from) : searched(text, from);
    rendering.touch((found < 0 ? text.length() : found + part.length()) - (long) from);
    return found;
  }

  /** How often the part is there without overlap; it is not empty. */
  long count(String text) {
    long count = 0;
    for (int at = in(text, 0); at >= 0; at = in(text, at + part.length())) {
      count++;
    }
    return count;
  }

  private int searched(String text, int from) {
    int matched = 0;
    for (int i = from; i < text.length(); i++) {
      while (matched > 0 && text.charAt(i) != part.charAt(matched)) {
        matched = borders[matched - 1];
      }
      if (text.charAt(i) == part.charAt(matched) && ++matched == part.length()) {
        return i + 1 - matched;
      }
    }
    return -1;
  }

  private static int[] borders(String part) {
    int[] borders = new int[part.length()];
    int matched = 0;
    for (int i = 1; i < part.length(); i++) {
      while (matched > 0 && part.charAt(i) != part.charAt(matched)) {
        matched = borders[matched - 1];
      }
      matched += part.charAt(i) == part.charAt(matched) ? 1 : 0;
      borders[i] = matched;
    }
    return borders;
  }
}
