package org.galton.sql.shared;

import java.util.List;
import org.galton.sql.shared.Token.Kind;

/** A place in a query. */
final class Cursor {
  private static final int DEEPEST = 100;

  private final List<Token> tokens;
  private int place;
  private int depth;

  Cursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  int place() {
    return place;
  }

  void moveTo(int other) {
    place = other;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return place + ahead < tokens.size() ? tokens.get(place + ahead) : Token.END;
  }

  boolean at(String sign) {
    return peek().is(sign);
  }

  boolean at(String first, String second) {
    return peek().is(first) && peek(1).is(second);
  }

  boolean isAtEnd() {
    return peek().kind() == Kind.END;
  }

  Token next() {
    Token token = peek();
    place++;
    return token;
  }

  boolean accept(String sign) {
    if (at(sign)) {
      place++;
      return true;
    }
    return false;
  }

  boolean accept(String first, String second) {
    return at(first, second) && accept(first) && accept(second);
  }

  void expect(String sign) {
    if (!accept(sign)) {
      throw unexpected();
    }
  }

  /** A name that is no keyword where it stands. */
  String name() {
    Token token = next();
    if (!token.isWord()) {
      place--;
      throw unexpected();
    }
    return token.text();
  }

  NotShared unexpected() {
    return new NotShared(
        "%s in it is beyond what both engines answer alike".formatted(peek().shown()));
  }

  /** To the {@code FROM} of this list; false, and to its end, where there is none. */
  boolean skipToFrom() {
    for (int open = 0; !isAtEnd(); place++) {
      if (at("(")) {
        open++;
      } else if (at(")")) {
        open--;
      }
      if (open < 0 || (open == 0 && at(";"))) {
        return false;
      }
      if (open == 0 && at("from")) {
        return true;
      }
    }
    return false;
  }

  /** Around what holds itself. */
  void enter() {
    if (++depth > DEEPEST) {
      throw new NotShared("it is nested very deep");
    }
  }

  void leave() {
    depth--;
  }
}
