package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a template into texts and the tokens of its tags. A tag takes the spaces before it on its
 * own line and the newline after it ({@code lstrip_blocks}, {@code trim_blocks}); a minus takes all
 * white space on its side, a plus keeps it.
 */
final class TemplateScanner {
  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int counted;
  private int line = 1;
  private boolean trimsNext;
  private boolean lineStarts = true;

  private TemplateScanner(String source) {
    this.source = source;
  }

  static List<Token> tokens(String template) {
    String source = template.replace("\r\n", "\n").replace('\r', '\n');
    return new TemplateScanner(source.endsWith("\n") ? cut(source) : source).scan();
  }

  private static String cut(String source) {
    return source.substring(0, source.length() - 1);
  }

  private List<Token> scan() {
    while (at < source.length()) {
      int open = nextTag();
      addText(open);
      if (open == source.length()) {
        break;
      }
      at = open;
      switch (source.charAt(open + 1)) {
        case '{' -> print();
        case '%' -> tag();
        default -> comment();
      }
    }
    tokens.add(new Token(Token.Kind.END, "", line()));
    return tokens;
  }

  private int nextTag() {
    for (int i = at; i + 1 < source.length(); i++) {
      if (source.charAt(i) == '{' && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
        return i;
      }
    }
    return source.length();
  }

  /** The text up to a tag, with the white space that the tags around it take. */
  private void addText(int end) {
    String text = source.substring(at, end);
    char sign = end + 2 < source.length() ? source.charAt(end + 2) : ' ';
    boolean atLineStart = lineStarts;
    if (trimsNext) {
      text = text.stripLeading();
      trimsNext = false;
    }
    if (end < source.length() && sign == '-') {
      text = text.stripTrailing();
    } else if (end < source.length() && sign != '+' && source.charAt(end + 1) != '{') {
      int lineStart = text.lastIndexOf('\n') + 1;
      if ((lineStart > 0 || atLineStart) && text.substring(lineStart).isBlank()) {
        text = text.substring(0, lineStart);
      }
    }
    if (!text.isEmpty()) {
      tokens.add(new Token(Token.Kind.TEXT, text, line()));
    }
    at = end;
  }

  private void print() {
    open(Token.Kind.PRINT_BEGIN);
    ExpressionScanner expression = new ExpressionScanner(source, at, "}}", line());
    tokens.addAll(expression.tokens());
    tokens.add(new Token(Token.Kind.PRINT_END, "}}", expression.line()));
    close(expression.end(), expression.sign());
    lineStarts = false;
  }

  private void tag() {
    open(Token.Kind.TAG_BEGIN);
    ExpressionScanner expression = new ExpressionScanner(source, at, "%}", line());
    tokens.addAll(expression.tokens());
    tokens.add(new Token(Token.Kind.TAG_END, "%}", expression.line()));
    close(expression.end(), expression.sign());
    takeNewline(expression.sign());
  }

  private void comment() {
    int end = source.indexOf("#}", at + 2);
    if (end < 0) {
      throw new TemplateProblem(line(), "a comment has no end: expected '#}'");
    }
    char sign = end > at + 2 ? source.charAt(end - 1) : ' ';
    close(end + 2, sign);
    takeNewline(sign);
  }

  private void open(Token.Kind kind) {
    tokens.add(new Token(kind, "", line()));
    at += 2;
    if (at < source.length() && "-+".indexOf(source.charAt(at)) >= 0) {
      at++;
    }
  }

  private void close(int end, char sign) {
    at = end;
    trimsNext = sign == '-';
  }

  private void takeNewline(char sign) {
    lineStarts = false;
    if (sign != '-' && sign != '+' && at < source.length() && source.charAt(at) == '\n') {
      at++;
      lineStarts = true;
    }
  }

  private int line() {
    while (counted < at) {
      line += source.charAt(counted++) == '\n' ? 1 : 0;
    }
    return line;
  }
}
