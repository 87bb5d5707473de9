package org.galton.sql.shared;

import java.util.ArrayList;
import java.util.List;
import org.galton.sql.shared.Token.Kind;

/** Cuts a query into the tokens that both engines cut it into. */
final class Tokens {
  private static final int MOST = 20_000;
  private static final List<String> SIGNS = List.of("<>", "!=", "<=", ">=");
  private static final String SINGLE = "(),.;*+-/%=<>";

  private final String text;
  private final List<Token> found = new ArrayList<>();
  private int place;

  private Tokens(String text) {
    this.text = text;
  }

  /**
   * @throws NotShared at a sign that one of them does not know, or knows as another
   */
  static List<Token> of(String text) {
    Tokens tokens = new Tokens(text);
    while (tokens.place < text.length()) {
      if (tokens.found.size() == MOST) {
        throw new NotShared("it is very long");
      }
      tokens.next();
    }
    return List.copyOf(tokens.found);
  }

  private void next() {
    char c = text.charAt(place);
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      place++;
    } else if (text.startsWith("--", place)) {
      int end = text.indexOf('\n', place);
      place = end < 0 ? text.length() : end;
    } else if (text.startsWith("/*", place)) {
      comment();
    } else if (c == '\'') {
      string();
    } else if (isDigit(c)) {
      number();
    } else if (isLetter(c)) {
      int start = place;
      while (place < text.length() && isPartOfWord(text.charAt(place))) {
        place++;
      }
      found.add(new Token(Kind.WORD, text.substring(start, place)));
    } else {
      sign(c);
    }
  }

  private void comment() {
    int end = text.indexOf("*/", place + 2);
    if (end < 0 || text.substring(place + 2, end).contains("/*")) {
      throw new NotShared("it has a comment in a comment");
    }
    place = end + 2;
  }

  private void string() {
    int end = text.indexOf('\'', place + 1);
    if (end < 0) {
      throw new NotShared("a text in it has no end");
    }
    String inside = text.substring(place + 1, end);
    if (inside.indexOf('\\') >= 0 || text.startsWith("'", end + 1)) {
      throw new NotShared("it has a text with a backslash or a quote inside");
    }
    found.add(new Token(Kind.TEXT, inside));
    place = end + 1;
  }

  private void number() {
    int start = place;
    Kind kind = Kind.WHOLE;
    digits();
    if (place < text.length() && text.charAt(place) == '.') {
      kind = Kind.DECIMAL;
      place++;
      digits();
    }
    if (place < text.length() && (text.charAt(place) == 'e' || text.charAt(place) == 'E')) {
      kind = Kind.EXPONENT;
      place++;
      if (place < text.length() && "+-".indexOf(text.charAt(place)) >= 0) {
        place++;
      }
      digits();
    }
    boolean whole = isDigit(text.charAt(place - 1));
    boolean alone =
        place == text.length() || (!isPartOfWord(text.charAt(place)) && text.charAt(place) != '.');
    if (!whole || !alone) {
      throw new NotShared("it writes a number in a way of one engine only");
    }
    found.add(new Token(kind, text.substring(start, place)));
  }

  private void digits() {
    while (place < text.length() && isDigit(text.charAt(place))) {
      place++;
    }
  }

  private void sign(char c) {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, place) && !text.startsWith("<=>", place)) {
        found.add(new Token(Kind.SIGN, sign));
        place += sign.length();
        return;
      }
    }
    if (SINGLE.indexOf(c) < 0
        || text.startsWith("==", place)
        || text.startsWith("<=>", place)
        || text.startsWith("//", place)
        || text.startsWith("**", place)) {
      throw new NotShared(
          "it has the sign " + text.substring(place, text.offsetByCodePoints(place, 1)));
    }
    found.add(new Token(Kind.SIGN, String.valueOf(c)));
    place++;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isPartOfWord(char c) {
    return isLetter(c) || isDigit(c) || c >= 0x80;
  }
}
