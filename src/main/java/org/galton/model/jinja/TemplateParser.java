package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A template's tags. */
final class TemplateParser {
  private static final int DEEPEST = 100;

  private final Tokens tokens;
  private final ExpressionParser expressions;
  private int depth;
  private int loops;

  private TemplateParser(Tokens tokens) {
    this.tokens = tokens;
    this.expressions = new ExpressionParser(tokens);
  }

  static List<Statement> parse(String template) {
    TemplateParser parser = new TemplateParser(new Tokens(TemplateScanner.tokens(template)));
    List<Statement> statements = parser.until(Set.of());
    if (parser.tokens.peek().kind() != Token.Kind.END) {
      throw parser.tokens.unexpected("the end of the template");
    }
    return statements;
  }

  /** Statements up to a tag of one of these names, whose name is left to be read. */
  private List<Statement> until(Set<String> ends) {
    if (++depth > DEEPEST) {
      throw new TemplateProblem(tokens.peek().line(), "tags are nested too deep");
    }
    List<Statement> statements = new ArrayList<>();
    while (true) {
      Token token = tokens.peek();
      switch (token.kind()) {
        case TEXT -> statements.add(new Statement.Text(tokens.next().text()));
        case PRINT_BEGIN -> statements.add(print());
        case TAG_BEGIN -> {
          tokens.next();
          if (tokens.peek().kind() == Token.Kind.NAME && ends.contains(tokens.peek().text())) {
            depth--;
            return statements;
          }
          statements.add(tag());
        }
        default -> {
          if (!ends.isEmpty()) {
            throw tokens.unexpected(
                "'" + String.join("' or '", ends.stream().sorted().toList()) + "'");
          }
          depth--;
          return statements;
        }
      }
    }
  }

  private Statement print() {
    int line = tokens.next().line();
    Expression expression = expressions.tuple();
    tokens.expect(Token.Kind.PRINT_END, "'}}'");
    return new Statement.Print(expression, line);
  }

  private Statement tag() {
    int line = tokens.peek().line();
    String name = tokens.expect(Token.Kind.NAME, "a tag's name");
    return switch (name) {
      case "if" -> condition(line);
      case "for" -> loop(line);
      case "set" -> set(line);
      case "macro" -> macro(line);
      case "call" -> callBlock(line);
      case "generation" -> generation();
      case "break" -> leave(Statement.Flow.OUT_OF_LOOP, line);
      case "continue" -> leave(Statement.Flow.NEXT_ITEM, line);
      default ->
          throw new TemplateProblem(
              line,
              "the tag '"
                  + name
                  + "' is not supported here: expected if, for, set, macro, call, generation, break"
                  + " or continue");
    };
  }

  private Statement condition(int line) {
    Expression condition = expressions.expression();
    endTag();
    List<Statement> then = until(Set.of("elif", "else", "endif"));
    int next = tokens.peek().line();
    List<Statement> otherwise =
        switch (tokens.next().text()) {
          case "elif" -> List.of(condition(next));
          case "else" -> {
            endTag();
            List<Statement> last = until(Set.of("endif"));
            tokens.next();
            endTag();
            yield last;
          }
          default -> {
            endTag();
            yield List.of();
          }
        };
    return new Statement.If(condition, then, otherwise, line);
  }

  private Statement loop(int line) {
    List<String> names = names();
    tokens.expectName("in");
    Expression items = expressions.withoutCondition();
    Expression condition = tokens.takeName("if") ? expressions.expression() : null;
    if (tokens.atName("recursive")) {
      throw new TemplateProblem(line, "'recursive' is not supported");
    }
    endTag();
    loops++;
    List<Statement> body = until(Set.of("else", "endfor"));
    loops--;
    List<Statement> otherwise = List.of();
    if (tokens.next().text().equals("else")) {
      endTag();
      otherwise = until(Set.of("endfor"));
      tokens.next();
    }
    endTag();
    return new Statement.For(names, items, condition, body, otherwise, line);
  }

  private List<String> names() {
    boolean bracketed = tokens.takeOperator("(");
    List<String> names = new ArrayList<>(List.of(tokens.expectName()));
    while (tokens.takeOperator(",")) {
      names.add(tokens.expectName());
    }
    if (bracketed) {
      tokens.expectOperator(")");
    }
    return names;
  }

  private Statement set(int line) {
    List<String> names = names();
    if (names.size() == 1 && tokens.takeOperator(".")) {
      String name = tokens.expectName();
      tokens.expectOperator("=");
      Expression value = expressions.tuple();
      endTag();
      return new Statement.SetInNamespace(names.get(0), name, value, line);
    }
    if (tokens.takeOperator("=")) {
      Expression value = expressions.tuple();
      endTag();
      return new Statement.Set(names, value, line);
    }
    endTag();
    List<Statement> body = until(Set.of("endset"));
    tokens.next();
    endTag();
    return new Statement.SetBlock(names.get(0), body, line);
  }

  private Statement macro(int line) {
    return macro(tokens.expectName(), "endmacro", this::endTag, line);
  }

  /** {@code call(a, b) f(x)}: a macro without a name, which {@code f} sees as {@code caller}. */
  private Statement callBlock(int line) {
    List<Expression> called = new ArrayList<>();
    Statement.Macro caller =
        macro(
            Statement.Macro.CALLER,
            "endcall",
            () -> {
              called.add(expressions.expression());
              endTag();
            },
            line);
    if (called.get(0) instanceof Expression.Call call) {
      return new Statement.CallBlock(call, caller, line);
    }
    throw new TemplateProblem(line, "'call' needs a call of a macro");
  }

  /**
   * @param head reads what stands behind the parameters in the first tag
   */
  private Statement.Macro macro(String name, String end, Runnable head, int line) {
    List<String> parameters = new ArrayList<>();
    Map<String, Expression> defaults = new LinkedHashMap<>();
    if (!name.equals(Statement.Macro.CALLER) || tokens.atOperator("(")) {
      tokens.expectOperator("(");
      while (!tokens.takeOperator(")")) {
        String parameter = tokens.expectName();
        parameters.add(parameter);
        if (tokens.takeOperator("=")) {
          defaults.put(parameter, expressions.expression());
        }
        if (!tokens.atOperator(")")) {
          tokens.expectOperator(",");
        }
      }
    }
    head.run();
    List<Statement> body = until(Set.of(end));
    tokens.next();
    endTag();
    return new Statement.Macro(name, parameters, defaults, body, line);
  }

  private Statement generation() {
    endTag();
    List<Statement> body = until(Set.of("endgeneration"));
    tokens.next();
    endTag();
    return new Statement.Block(body);
  }

  private Statement leave(Statement.Flow flow, int line) {
    if (loops == 0) {
      throw new TemplateProblem(line, "'break' and 'continue' need a loop around them");
    }
    endTag();
    return new Statement.Leave(flow);
  }

  private void endTag() {
    tokens.expect(Token.Kind.TAG_END, "'%}'");
  }
}
