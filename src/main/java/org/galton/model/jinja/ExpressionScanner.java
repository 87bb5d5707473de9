package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of one tag, from behind its opening mark to its closing one. */
final class ExpressionScanner {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern FLOAT =
      Pattern.compile("[0-9](_?[0-9])*((\\.[0-9](_?[0-9])*)([eE][+-]?[0-9]+)?|[eE][+-]?[0-9]+)");
  private static final Pattern INTEGER = Pattern.compile("[0-9](_?[0-9])*");
  private static final Pattern STRING =
      Pattern.compile("'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\"", Pattern.DOTALL);
  private static final Pattern OPERATOR =
      Pattern.compile("//|\\*\\*|==|!=|<=|>=|[-+*/%~<>=.:|,()\\[\\]{}]");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line;
  private char sign = ' ';

  ExpressionScanner(String source, int from, String closing, int line) {
    this.source = source;
    this.at = from;
    this.line = line;
    scan(closing);
  }

  List<Token> tokens() {
    return tokens;
  }

  /** Behind the closing mark. */
  int end() {
    return at;
  }

  /** The minus or plus before the closing mark, or a space. */
  char sign() {
    return sign;
  }

  int line() {
    return line;
  }

  private void scan(String closing) {
    int depth = 0;
    while (true) {
      skip(SPACE);
      if (at >= source.length()) {
        throw new TemplateProblem(line, "a tag has no end: expected '" + closing + "'");
      }
      if (depth == 0 && closes(closing)) {
        return;
      }
      Token token = next();
      tokens.add(token);
      if (token.kind() == Token.Kind.OPERATOR) {
        depth += "([{".contains(token.text()) ? 1 : ")]}".contains(token.text()) ? -1 : 0;
      }
    }
  }

  private boolean closes(String closing) {
    if (source.startsWith(closing, at)) {
      at += closing.length();
      return true;
    }
    char first = source.charAt(at);
    if ((first == '-' || first == '+') && source.startsWith(closing, at + 1)) {
      sign = first;
      at += 1 + closing.length();
      return true;
    }
    return false;
  }

  private Token next() {
    int began = line;
    String text = skip(STRING);
    if (text != null) {
      return new Token(Token.Kind.STRING, StringEscapes.unescaped(inner(text), began), began);
    }
    text = skip(NAME);
    if (text != null) {
      return new Token(Token.Kind.NAME, text, began);
    }
    text = skip(FLOAT);
    if (text != null) {
      return new Token(Token.Kind.FLOAT, text.replace("_", ""), began);
    }
    text = skip(INTEGER);
    if (text != null) {
      return new Token(Token.Kind.INTEGER, text.replace("_", ""), began);
    }
    text = skip(OPERATOR);
    if (text != null) {
      return new Token(Token.Kind.OPERATOR, text, began);
    }
    throw new TemplateProblem(
        line, "cannot read '" + source.substring(at, Math.min(source.length(), at + 1)) + "'");
  }

  private static String inner(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }

  private String skip(Pattern pattern) {
    Matcher matcher = pattern.matcher(source).region(at, source.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    line += (int) matcher.group().chars().filter(c -> c == '\n').count();
    return matcher.group();
  }
}
