package org.galton.junk.post;

/**
 * Tokens of a text by a rule that needs no model: a run of letters, digits and marks on them is a
 * token, and so is every other character that is no white space. {@code It's 3.50 €} has 7: It ' s
 * 3 . 50 €. The tokenizer of a language model splits long words as well, and counts more.
 */
public final class TokenCount {
  private TokenCount() {}

  /** Linear in the text. */
  public static int of(String text) {
    int tokens = 0;
    boolean isInWord = false;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      boolean isOfWord = isOfWord(character);
      if (isOfWord ? !isInWord : !isBlank(character)) {
        tokens++;
      }
      isInWord = isOfWord;
      at += Character.charCount(character);
    }
    return tokens;
  }

  private static boolean isOfWord(int character) {
    int type = Character.getType(character);
    return Character.isLetterOrDigit(character)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isBlank(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }
}
