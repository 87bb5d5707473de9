package org.galton.program;

/**
 * A word of a program.
 *
 * @param text as it is written; of a text literal, what it stands for
 * @param line from 1
 * @param start where it begins in the program's text
 * @param end behind its last character
 */
public record Token(Kind kind, String text, int line, int start, int end) {
  /** Sorts of words. */
  public enum Kind {
    NAME,
    KEYWORD,
    NUMBER,
    TEXT,
    SIGN,
    NEW_LINE,
    INDENT,
    DEDENT,
    END
  }

  boolean is(Kind other, String word) {
    return kind == other && text.equals(word);
  }

  /** As a message names it. */
  String shown() {
    return switch (kind) {
      case NEW_LINE -> "the end of the line";
      case INDENT -> "a deeper indentation";
      case DEDENT -> "the end of a block";
      case END -> "the end of the program";
      default -> "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
    };
  }
}
