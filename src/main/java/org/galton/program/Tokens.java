package org.galton.program;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.galton.program.Token.Kind;

/** Words in their order, with the place up to which they were read. */
final class Tokens {
  private final List<Token> tokens;
  private final BitSet comprehensions;
  private int at;

  Tokens(List<Token> tokens) {
    this.tokens = tokens;
    this.comprehensions = comprehensions(tokens);
  }

  /** The brackets that have a {@code for} of their own. */
  private static BitSet comprehensions(List<Token> tokens) {
    BitSet found = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.SIGN && "([{".contains(token.text())) {
        open.push(i);
      } else if (token.kind() == Kind.SIGN && ")]}".contains(token.text())) {
        open.pop();
      } else if (token.is(Kind.KEYWORD, "for") && !open.isEmpty()) {
        found.set(open.element());
      }
    }
    return found;
  }

  /** Whether the bracket that was just taken holds a comprehension. */
  boolean isComprehension() {
    return comprehensions.get(at - 1);
  }

  Token next() {
    return tokens.get(at);
  }

  Token after(int words) {
    return tokens.get(Math.min(at + words, tokens.size() - 1));
  }

  int line() {
    return next().line();
  }

  Token take() {
    Token token = next();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean isSign(String sign) {
    return next().is(Kind.SIGN, sign);
  }

  boolean isKeyword(String word) {
    return next().is(Kind.KEYWORD, word);
  }

  boolean takeSign(String sign) {
    return take(isSign(sign));
  }

  boolean takeKeyword(String word) {
    return take(isKeyword(word));
  }

  boolean take(Kind kind) {
    return take(next().kind() == kind);
  }

  private boolean take(boolean found) {
    if (found) {
      take();
    }
    return found;
  }

  void expectSign(String sign) {
    if (!takeSign(sign)) {
      throw unexpected("'" + sign + "'");
    }
  }

  void expect(Kind kind, String what) {
    if (!take(kind)) {
      throw unexpected(what);
    }
  }

  String expectName() {
    if (next().kind() != Kind.NAME) {
      throw unexpected("a name");
    }
    return take().text();
  }

  ProgramException unexpected(String expected) {
    return ProgramException.syntax(
        line(), "expected %s, found %s".formatted(expected, next().shown()));
  }

  /** What is in Python and not in this language. */
  ProgramException foreign(String what) {
    return ProgramException.syntax(line(), what + " is not of this language");
  }
}
