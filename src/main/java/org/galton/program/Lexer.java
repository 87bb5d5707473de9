package org.galton.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.galton.program.Token.Kind;

/** Cuts a program's text into words; blocks are known by their indentation, as in Python. */
final class Lexer {
  private static final Set<String> KEYWORDS =
      Set.of(
          "False",
          "None",
          "True",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield");

  /** Longer ones first, so that the longest is taken. */
  private static final List<String> SIGNS =
      List.of(
          "**=", "//=", "**", "//", "==", "!=", "<=", ">=", "->", "+=", "-=", "*=", "%=", "+", "-",
          "*", "/", "%", "<", ">", "=", "(", ")", "[", "]", "{", "}", ",", ":", ".", ";");

  /** Deeper blocks are refused: what nests is read by calls that nest. */
  private static final int MOST_BLOCKS = 40;

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final Deque<Integer> indents = new ArrayDeque<>(List.of(0));
  private final Deque<Character> brackets = new ArrayDeque<>();
  private int at;
  private int line = 1;

  Lexer(String text) {
    this.text = text;
  }

  List<Token> tokens() {
    boolean fresh = true; // At the beginning of a line that brackets do not continue.
    while (at < text.length()) {
      if (fresh) {
        fresh = false;
        indent();
        continue;
      }
      char c = text.charAt(at);
      if (c == '\n') {
        if (brackets.isEmpty()) {
          endLine();
          fresh = true;
        }
        at++;
        line++;
      } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f') {
        at++;
      } else if (c == '#') {
        skipComment();
      } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
        at += 2;
        line++;
      } else {
        word(c);
      }
    }
    if (!brackets.isEmpty()) {
      throw ProgramException.syntax(line, "'%s' is never closed".formatted(brackets.peek()));
    }
    endLine();
    while (indents.pop() > 0) {
      add(Kind.DEDENT, "", at);
    }
    add(Kind.END, "", at);
    return List.copyOf(tokens);
  }

  private void endLine() {
    if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() != Kind.NEW_LINE) {
      add(Kind.NEW_LINE, "", at);
    }
  }

  private void skipComment() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private void indent() {
    int width = 0;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      width = text.charAt(at) == '\t' ? (width / 8 + 1) * 8 : width + 1;
      at++;
    }
    if (at == text.length() || "\n\r#".indexOf(text.charAt(at)) >= 0) {
      return; // A line without words says nothing about blocks.
    }
    if (width > indents.element()) {
      if (indents.size() > MOST_BLOCKS) {
        throw ProgramException.syntax(line, "more than %d blocks deep".formatted(MOST_BLOCKS));
      }
      indents.push(width);
      add(Kind.INDENT, "", at);
    }
    while (width < indents.element()) {
      indents.pop();
      add(Kind.DEDENT, "", at);
    }
    if (width != indents.element()) {
      throw ProgramException.syntax(line, "its indentation matches no block that is open");
    }
  }

  private void word(char c) {
    int start = at;
    if (isNameStart(c)) {
      while (at < text.length() && isNamePart(text.charAt(at))) {
        at++;
      }
      String name = text.substring(start, at);
      if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
        throw ProgramException.syntax(
            line, "texts with the prefix '%s' are not of this language".formatted(name));
      }
      add(KEYWORDS.contains(name) ? Kind.KEYWORD : Kind.NAME, name, start);
    } else if (c >= '0' && c <= '9') {
      number(start);
    } else if (c == '"' || c == '\'') {
      literal(c, start);
    } else {
      sign(start);
    }
  }

  private void number(int start) {
    while (at < text.length() && (isNamePart(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    String digits = text.substring(start, at);
    if (!digits.matches("[0-9]{1,19}") || digits.matches("0+[1-9].*")) {
      throw ProgramException.syntax(
          line,
          "'%s' is no integer of this language"
              .formatted(digits.length() > 40 ? digits.substring(0, 40) + "…" : digits));
    }
    add(Kind.NUMBER, digits, start);
  }

  private void literal(char quote, int start) {
    String triple = String.valueOf(quote).repeat(3);
    boolean lines = text.startsWith(triple, at);
    String end = lines ? triple : String.valueOf(quote);
    int first = line;
    StringBuilder value = new StringBuilder();
    at += end.length();
    while (!text.startsWith(end, at)) {
      if (at >= text.length() || (text.charAt(at) == '\n' && !lines)) {
        throw ProgramException.syntax(first, "a text that is never closed");
      }
      char c = text.charAt(at++);
      if (c == '\n') {
        line++;
      }
      if (c == '\\') {
        escape(value);
      } else {
        value.append(c);
      }
    }
    at += end.length();
    tokens.add(new Token(Kind.TEXT, value.toString(), first, start, at));
  }

  private void escape(StringBuilder value) {
    if (at == text.length()) {
      throw ProgramException.syntax(line, "a text that is never closed");
    }
    char c = text.charAt(at++);
    switch (c) {
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case '\\', '\'', '"' -> value.append(c);
      case '\n' -> line++;
      default -> throw ProgramException.syntax(line, "'\\%s' is no escape here".formatted(c));
    }
  }

  private void sign(int start) {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        at += sign.length();
        bracket(sign.charAt(0));
        add(Kind.SIGN, sign, start);
        return;
      }
    }
    throw ProgramException.syntax(
        line, "'%s' is not of this language".formatted(Character.toString(text.codePointAt(at))));
  }

  private void bracket(char c) {
    if ("([{".indexOf(c) >= 0) {
      brackets.push(c);
    } else if (")]}".indexOf(c) >= 0) {
      char open = "([{".charAt(")]}".indexOf(c));
      if (brackets.isEmpty() || brackets.pop() != open) {
        throw ProgramException.syntax(line, "'%s' closes nothing".formatted(c));
      }
    }
  }

  private void add(Kind kind, String word, int start) {
    tokens.add(new Token(kind, word, line, start, at));
  }

  private static boolean isNameStart(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9');
  }
}
