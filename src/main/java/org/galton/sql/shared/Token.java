package org.galton.sql.shared;

/**
 * A word, number, text or sign of a query.
 *
 * @param text of a TEXT what stands between its quotes
 */
record Token(Kind kind, String text) {
  enum Kind {
    WORD,
    WHOLE,
    DECIMAL,
    EXPONENT,
    TEXT,
    SIGN,
    END
  }

  static final Token END = new Token(Kind.END, "");

  /** Words are the same in either case. */
  boolean is(String sign) {
    return kind == Kind.WORD ? text.equalsIgnoreCase(sign) : kind == Kind.SIGN && text.equals(sign);
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  String shown() {
    return kind == Kind.END ? "its end" : "'" + text + "'";
  }
}
