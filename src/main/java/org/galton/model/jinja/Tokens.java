package org.galton.model.jinja;

import java.util.List;
import java.util.Set;

/** A template's tokens, read from first to last. */
final class Tokens {
  private final List<Token> tokens;
  private int at;

  Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  /** The token after the next one. */
  Token second() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean atOperator(String text) {
    return peek().is(Token.Kind.OPERATOR, text);
  }

  boolean atOperator(Set<String> texts) {
    return peek().kind() == Token.Kind.OPERATOR && texts.contains(peek().text());
  }

  boolean atName(String text) {
    return peek().is(Token.Kind.NAME, text);
  }

  boolean takeOperator(String text) {
    return take(atOperator(text));
  }

  boolean takeName(String text) {
    return take(atName(text));
  }

  void expectOperator(String text) {
    if (!takeOperator(text)) {
      throw unexpected("'" + text + "'");
    }
  }

  void expectName(String text) {
    if (!takeName(text)) {
      throw unexpected("'" + text + "'");
    }
  }

  String expectName() {
    return expect(Token.Kind.NAME, "a name");
  }

  String expect(Token.Kind kind, String expected) {
    if (peek().kind() != kind) {
      throw unexpected(expected);
    }
    return next().text();
  }

  TemplateProblem unexpected(String expected) {
    return new TemplateProblem(peek().line(), "found " + peek().shown() + ": expected " + expected);
  }

  private boolean take(boolean there) {
    if (there) {
      next();
    }
    return there;
  }
}
