package org.galton.playbook;

/**
 * How long a context is, whatever model reads it: a token is a run of letters and digits, or one
 * other character that is no blank. Models' own tokenizers count otherwise, mostly more.
 */
public final class Tokens {
  private Tokens() {}

  public static int of(String text) {
    int tokens = 0;
    boolean inWord = false;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      boolean word = Character.isLetterOrDigit(character);
      if (word ? !inWord : !Character.isWhitespace(character)) {
        tokens++;
      }
      inWord = word;
      at += Character.charCount(character);
    }
    return tokens;
  }
}
