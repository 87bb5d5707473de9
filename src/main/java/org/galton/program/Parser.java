package org.galton.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galton.program.Token.Kind;
import org.jspecify.annotations.Nullable;

/** Reads the statements of a program. */
final class Parser {
  private static final Set<String> CHANGES = Set.of("+=", "-=", "*=", "//=", "%=", "**=");

  private static final int MOST_PARAMETERS = 255;

  private final Tokens tokens;
  private final Scope program = Scope.program();
  private final ExpressionParser expressions;
  private final Map<String, Function> functions = new LinkedHashMap<>();
  private final List<Scope> open = new ArrayList<>();
  private Scope scope = program;
  private int loops;

  Parser(Tokens tokens) {
    this.tokens = tokens;
    this.expressions = new ExpressionParser(tokens, program);
  }

  Program program() {
    List<Statement> statements = new ArrayList<>();
    while (tokens.next().kind() != Kind.END) {
      statement(statements);
    }
    open.forEach(Scope::close);
    program.close();
    return new Program(statements, functions, program.slots());
  }

  private void statement(List<Statement> into) {
    Token token = tokens.next();
    if (token.kind() == Kind.INDENT) {
      throw ProgramException.syntax(token.line(), "deeper indented than the line before it");
    }
    if (token.kind() == Kind.KEYWORD) {
      switch (token.text()) {
        case "def" -> {
          into.add(function());
          return;
        }
        case "if" -> {
          tokens.take();
          into.add(condition(token.line()));
          return;
        }
        case "while" -> {
          tokens.take();
          Expression holds = expressions.expression();
          into.add(new Statements.While(holds, loopBody(), token.line()));
          return;
        }
        case "for" -> {
          into.add(loop());
          return;
        }
        default -> {}
      }
    }
    do {
      into.add(simple());
    } while (tokens.takeSign(";") && tokens.next().kind() != Kind.NEW_LINE);
    tokens.expect(Kind.NEW_LINE, "the end of the line");
  }

  private List<Statement> block() {
    tokens.expectSign(":");
    List<Statement> body = new ArrayList<>();
    if (!tokens.take(Kind.NEW_LINE)) {
      do {
        body.add(simple());
      } while (tokens.takeSign(";") && tokens.next().kind() != Kind.NEW_LINE);
      tokens.expect(Kind.NEW_LINE, "the end of the line");
      return body;
    }
    tokens.expect(Kind.INDENT, "a block, indented deeper");
    while (!tokens.take(Kind.DEDENT)) {
      statement(body);
    }
    return body;
  }

  private List<Statement> loopBody() {
    loops++;
    List<Statement> body = block();
    loops--;
    if (tokens.isKeyword("else")) {
      throw tokens.foreign("'else' after a loop");
    }
    return body;
  }

  private Statement condition(int line) {
    List<Statements.Branch> branches = new ArrayList<>();
    do {
      Expression holds = expressions.expression();
      branches.add(new Statements.Branch(holds, block()));
    } while (tokens.takeKeyword("elif"));
    return new Statements.If(branches, tokens.takeKeyword("else") ? block() : List.of(), line);
  }

  private Statement loop() {
    int line = tokens.take().line();
    Target target = expressions.names();
    if (!tokens.takeKeyword("in")) {
      throw tokens.unexpected("'in'");
    }
    Expression items = expressions.expressions();
    return new Statements.For(target, items, loopBody(), line);
  }

  private Statement function() {
    int line = tokens.line();
    if (!scope.isProgram() || loops > 0) {
      throw tokens.foreign("a function inside a function or a loop");
    }
    tokens.take();
    String name = tokens.expectName();
    Scope inner = program.function();
    scope = inner;
    expressions.enter(inner);
    List<Binding> parameters = new ArrayList<>();
    List<Object> defaults = new ArrayList<>();
    parameters(parameters, defaults);
    if (tokens.takeSign("->")) {
      expressions.expression();
    }
    Function function = new Function(name, parameters, defaults, inner, new ArrayList<>());
    functions.put(name, function);
    function.body().addAll(block());
    scope = program;
    expressions.enter(program);
    open.add(inner);
    return new Statements.Assign(
        List.of(new Target.Name(program.assigned(name))), new Expressions.Constant(function), line);
  }

  private void parameters(List<Binding> parameters, List<Object> defaults) {
    tokens.expectSign("(");
    while (!tokens.takeSign(")")) {
      if (tokens.isSign("*") || tokens.isSign("**")) {
        throw tokens.foreign("a parameter with a star");
      }
      int line = tokens.line();
      String name = tokens.expectName();
      if (parameters.size() == MOST_PARAMETERS) {
        throw ProgramException.syntax(line, "more than %d parameters".formatted(MOST_PARAMETERS));
      }
      if (parameters.stream().anyMatch(other -> other.name().equals(name))) {
        throw ProgramException.syntax(line, "two parameters '%s'".formatted(name));
      }
      parameters.add(scope.assigned(name));
      if (tokens.takeSign(":")) {
        expressions.expression(); // A type: read and not used, as in Python.
      }
      if (tokens.takeSign("=")) {
        defaults.add(preset());
      } else if (!defaults.isEmpty()) {
        throw tokens.unexpected("'=' and a default");
      }
      if (!tokens.takeSign(",") && !tokens.isSign(")")) {
        throw tokens.unexpected("',' or ')'");
      }
    }
  }

  private Object preset() {
    boolean minus = tokens.takeSign("-");
    int line = tokens.line();
    if (expressions.expression() instanceof Expressions.Constant given) {
      return minus ? -Values.integer(given.constant()) : given.constant();
    }
    throw ProgramException.syntax(line, "a default is a number, a text, None, True or False");
  }

  private Statement simple() {
    Token token = tokens.next();
    if (token.kind() == Kind.KEYWORD) {
      Statement statement = keyword(token);
      if (statement != null) {
        return statement;
      }
    }
    Expression first = expressions.expressions();
    Token sign = tokens.next();
    if (sign.kind() == Kind.SIGN && CHANGES.contains(sign.text())) {
      tokens.take();
      return change(first, sign);
    }
    if (tokens.takeSign(":")) {
      expressions.expression(); // A type.
      if (!tokens.isSign("=")) {
        throw tokens.unexpected("'=' and a value");
      }
    }
    List<Target> targets = new ArrayList<>();
    Expression value = first;
    while (tokens.takeSign("=")) {
      targets.add(target(value, sign.line()));
      value = expressions.expressions();
    }
    return targets.isEmpty()
        ? new Statements.Evaluate(value, sign.line())
        : new Statements.Assign(targets, value, sign.line());
  }

  private @Nullable Statement keyword(Token token) {
    switch (token.text()) {
      case "return" -> {
        if (scope.isProgram()) {
          throw ProgramException.syntax(token.line(), "'return' outside of a function");
        }
        tokens.take();
        boolean bare = tokens.next().kind() == Kind.NEW_LINE || tokens.isSign(";");
        return new Statements.Return(
            bare ? new Expressions.Constant(None.NONE) : expressions.expressions(), token.line());
      }
      case "break", "continue" -> {
        if (loops == 0) {
          throw ProgramException.syntax(
              token.line(), "'%s' outside of a loop".formatted(token.text()));
        }
        tokens.take();
        return new Statements.Leave(
            token.text().equals("break") ? Statement.End.BREAK : Statement.End.CONTINUE,
            token.line());
      }
      case "pass" -> {
        tokens.take();
        return new Statements.Leave(Statement.End.NEXT, token.line());
      }
      case "del" -> {
        tokens.take();
        if (expressions.postfix() instanceof Expressions.Item item) {
          return new Statements.Delete(item.container(), item.key(), token.line());
        }
        throw tokens.foreign("deleting anything but one item");
      }
      case "assert" -> {
        tokens.take();
        Expression holds = expressions.expression();
        Expression why = tokens.takeSign(",") ? expressions.expression() : null;
        return new Statements.Assert(holds, why, token.line());
      }
      case "None", "True", "False", "not", "lambda" -> {
        return null;
      }
      default -> throw tokens.foreign("'%s'".formatted(token.text()));
    }
  }

  private Statement change(Expression of, Token sign) {
    String operation = sign.text().substring(0, sign.text().length() - 1);
    Expression by = expressions.expressions();
    if (of instanceof Expressions.Variable variable) {
      Binding binding = scope.assigned(variable.binding().name());
      return new Statements.ChangeName(binding, operation, by, sign.line());
    }
    if (of instanceof Expressions.Item item) {
      return new Statements.ChangePlace(item.container(), item.key(), operation, by, sign.line());
    }
    throw ProgramException.syntax(sign.line(), "'%s' changes nothing here".formatted(sign.text()));
  }

  private Target target(Expression expression, int line) {
    if (expression instanceof Expressions.Variable variable) {
      return new Target.Name(scope.assigned(variable.binding().name()));
    } else if (expression instanceof Expressions.Item item) {
      return new Target.Place(item.container(), item.key());
    } else if (expression instanceof Expressions.Display items && !items.items().isEmpty()) {
      return new Target.Several(items.items().stream().map(item -> target(item, line)).toList());
    }
    throw ProgramException.syntax(line, "nothing can be assigned to this");
  }
}
