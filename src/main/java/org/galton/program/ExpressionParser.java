package org.galton.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galton.program.Token.Kind;
import org.jspecify.annotations.Nullable;

/** Reads expressions. What nests more deeply than {@link #MOST_DEPTH} is refused. */
final class ExpressionParser {
  private static final int MOST_DEPTH = 60;
  private static final Set<String> ORDER = Set.of("==", "!=", "<", "<=", ">", ">=");
  private static final Expression NOTHING = new Expressions.Constant(None.NONE);

  private final Tokens tokens;
  private Scope scope;
  private int depth;

  ExpressionParser(Tokens tokens, Scope scope) {
    this.tokens = tokens;
    this.scope = scope;
  }

  /** Reads what follows in this scope; gives back the one before. */
  Scope enter(Scope inner) {
    Scope before = scope;
    scope = inner;
    return before;
  }

  /** An expression, or several with commas between: a tuple. */
  Expression expressions() {
    Expression first = expression();
    if (!tokens.isSign(",")) {
      return first;
    }
    List<Expression> items = new ArrayList<>(List.of(first));
    while (tokens.takeSign(",") && beginsExpression()) {
      items.add(expression());
    }
    return new Expressions.Display(false, items);
  }

  private boolean beginsExpression() {
    Token token = tokens.next();
    return switch (token.kind()) {
      case NAME, NUMBER, TEXT -> true;
      case KEYWORD -> Set.of("None", "True", "False", "not", "lambda").contains(token.text());
      case SIGN -> Set.of("(", "[", "{", "-", "+").contains(token.text());
      default -> false;
    };
  }

  Expression expression() {
    if (++depth > MOST_DEPTH) {
      throw ProgramException.syntax(
          tokens.line(), "expressions nest more than %d deep".formatted(MOST_DEPTH));
    }
    Expression expression = tokens.isKeyword("lambda") ? lambda() : choice();
    depth--;
    return expression;
  }

  private Expression lambda() {
    tokens.take();
    Scope inner = scope.inner();
    Scope outer = enter(inner);
    List<Binding> parameters = new ArrayList<>();
    while (!tokens.isSign(":")) {
      parameters.add(inner.assigned(tokens.expectName()));
      if (!tokens.takeSign(",") && !tokens.isSign(":")) {
        throw tokens.unexpected("',' or ':'");
      }
    }
    tokens.expectSign(":");
    Expression body = expression();
    enter(outer);
    inner.close();
    return new Expressions.LambdaMaker(parameters, body);
  }

  private Expression choice() {
    Expression then = either(true);
    if (!tokens.takeKeyword("if")) {
      return then;
    }
    Expression condition = either(true);
    if (!tokens.takeKeyword("else")) {
      throw tokens.unexpected("'else'");
    }
    return new Expressions.Choice(condition, then, expression());
  }

  private Expression either(boolean or) {
    Expression left = or ? either(false) : negated();
    while (tokens.takeKeyword(or ? "or" : "and")) {
      left = new Expressions.Either(or, left, or ? either(false) : negated());
    }
    return left;
  }

  private Expression negated() {
    int times = 0;
    while (tokens.takeKeyword("not")) {
      times++;
    }
    Expression expression = comparison();
    if (times == 0) {
      return expression;
    }
    Expression once = new Expressions.Not(expression);
    return times % 2 == 1 ? once : new Expressions.Not(once);
  }

  private Expression comparison() {
    int line = tokens.line();
    Expression first = sum();
    List<String> signs = new ArrayList<>();
    List<Expression> operands = new ArrayList<>(List.of(first));
    for (String sign = order(); sign != null; sign = order()) {
      signs.add(sign);
      operands.add(sum());
    }
    return signs.isEmpty() ? first : new Expressions.Comparison(signs, operands, line);
  }

  private @Nullable String order() {
    Token token = tokens.next();
    if (token.kind() == Kind.SIGN && ORDER.contains(token.text())) {
      return tokens.take().text();
    }
    if (tokens.takeKeyword("in")) {
      return "in";
    }
    if (tokens.isKeyword("not") && tokens.after(1).is(Kind.KEYWORD, "in")) {
      tokens.take();
      tokens.take();
      return "not in";
    }
    if (tokens.takeKeyword("is")) {
      return tokens.takeKeyword("not") ? "is not" : "is";
    }
    return null;
  }

  private Expression sum() {
    Expression left = product();
    while (tokens.isSign("+") || tokens.isSign("-")) {
      Token sign = tokens.take();
      left = new Expressions.Operation(sign.text(), left, product(), sign.line());
    }
    return left;
  }

  private Expression product() {
    Expression left = signed();
    while (tokens.isSign("*") || tokens.isSign("//") || tokens.isSign("%")) {
      Token sign = tokens.take();
      left = new Expressions.Operation(sign.text(), left, signed(), sign.line());
    }
    if (tokens.isSign("/")) {
      throw ProgramException.syntax(
          tokens.line(), "'/' is not of this language, which has no fractions: use '//'");
    }
    return left;
  }

  private Expression signed() {
    int line = tokens.line();
    int minus = 0;
    boolean any = false;
    while (tokens.isSign("-") || tokens.isSign("+")) {
      minus += tokens.take().text().equals("-") ? 1 : 0;
      any = true;
    }
    Expression operand = power();
    if (!any) {
      return operand;
    }
    Expression once = new Expressions.Negation(operand, line);
    return minus % 2 == 1 ? once : new Expressions.Negation(once, line);
  }

  private Expression power() {
    Expression base = postfix();
    if (!tokens.isSign("**")) {
      return base;
    }
    int line = tokens.take().line();
    if (++depth > MOST_DEPTH) {
      throw ProgramException.syntax(line, "expressions nest too deeply");
    }
    Expression exponent = signed();
    depth--;
    return new Expressions.Operation("**", base, exponent, line);
  }

  /** A value with its items, slices, calls and methods. */
  Expression postfix() {
    Expression value = atom();
    for (int length = 0; ; length++) {
      if (length > MOST_DEPTH) {
        throw ProgramException.syntax(tokens.line(), "more than %d in a row".formatted(MOST_DEPTH));
      }
      int line = tokens.line();
      if (tokens.takeSign("[")) {
        value = subscript(value, line);
      } else if (tokens.takeSign("(")) {
        value = call(value, null, line);
      } else if (tokens.takeSign(".")) {
        String method = tokens.expectName();
        if (!tokens.takeSign("(")) {
          throw tokens.unexpected("'(' after the method '%s'".formatted(method));
        }
        value = call(value, method, line);
      } else {
        return value;
      }
    }
  }

  private Expression subscript(Expression container, int line) {
    Expression first = tokens.isSign(":") ? NOTHING : expressions();
    if (tokens.takeSign("]")) {
      return new Expressions.Item(container, first, line);
    }
    tokens.expectSign(":");
    Expression end = tokens.isSign(":") || tokens.isSign("]") ? NOTHING : expression();
    Expression step = tokens.takeSign(":") && !tokens.isSign("]") ? expression() : NOTHING;
    tokens.expectSign("]");
    return new Expressions.Slice(container, first, end, step, line);
  }

  private Expression call(Expression callee, @Nullable String method, int line) {
    List<Expression> arguments = new ArrayList<>();
    Map<String, Expression> named = new LinkedHashMap<>();
    if (tokens.isComprehension()) {
      Expressions.Comprehension items = comprehension(false, line);
      tokens.expectSign(")");
      if (callee instanceof Expressions.Variable variable
          && method == null
          && Set.of("any", "all").contains(variable.binding().name())) {
        return new Expressions.Quantified(variable.binding().name().equals("any"), items);
      }
      arguments.add(items);
    } else {
      arguments(arguments, named);
    }
    return method == null
        ? new Expressions.Call(callee, arguments, named, line)
        : new Expressions.MethodCall(callee, method, arguments, named, line);
  }

  private void arguments(List<Expression> arguments, Map<String, Expression> named) {
    while (!tokens.takeSign(")")) {
      if (tokens.next().kind() == Kind.NAME && tokens.after(1).is(Kind.SIGN, "=")) {
        String name = tokens.take().text();
        tokens.take();
        if (named.put(name, expression()) != null) {
          throw ProgramException.syntax(tokens.line(), "'%s' is given twice".formatted(name));
        }
      } else if (named.isEmpty()) {
        arguments.add(expression());
      } else {
        throw tokens.unexpected("a named argument");
      }
      if (!tokens.takeSign(",") && !tokens.isSign(")")) {
        throw tokens.unexpected("',' or ')'");
      }
    }
  }

  private Expression atom() {
    Token token = tokens.next();
    switch (token.kind()) {
      case NAME -> {
        tokens.take();
        return new Expressions.Variable(scope.name(token.text()), token.line());
      }
      case NUMBER -> {
        tokens.take();
        return new Expressions.Constant(number(token));
      }
      case TEXT -> {
        StringBuilder text = new StringBuilder();
        while (tokens.next().kind() == Kind.TEXT) {
          text.append(tokens.take().text());
        }
        return new Expressions.Constant(text.toString());
      }
      case KEYWORD -> {
        return keyword(token);
      }
      case SIGN -> {
        if (tokens.takeSign("(")) {
          return parentheses();
        } else if (tokens.takeSign("[")) {
          return list(token.line());
        } else if (tokens.takeSign("{")) {
          return mapping(token.line());
        }
        throw tokens.unexpected("a value");
      }
      default -> throw tokens.unexpected("a value");
    }
  }

  private static Long number(Token token) {
    try {
      return Long.parseLong(token.text());
    } catch (NumberFormatException e) {
      throw ProgramException.syntax(token.line(), "'%s' is beyond 64 bits".formatted(token.text()));
    }
  }

  private Expression keyword(Token token) {
    Object constant =
        switch (token.text()) {
          case "None" -> None.NONE;
          case "True" -> true;
          case "False" -> false;
          default -> throw tokens.unexpected("a value");
        };
    tokens.take();
    return new Expressions.Constant(constant);
  }

  private Expression parentheses() {
    if (tokens.isComprehension()) {
      throw tokens.foreign("a generator that is no argument");
    }
    if (tokens.takeSign(")")) {
      return new Expressions.Display(false, List.of());
    }
    Expression inside = expressions();
    tokens.expectSign(")");
    return inside;
  }

  private Expression list(int line) {
    if (tokens.isComprehension()) {
      Expression items = comprehension(false, line);
      tokens.expectSign("]");
      return items;
    }
    List<Expression> items = new ArrayList<>();
    while (!tokens.takeSign("]")) {
      items.add(expression());
      if (!tokens.takeSign(",") && !tokens.isSign("]")) {
        throw tokens.unexpected("',' or ']'");
      }
    }
    return new Expressions.Display(true, items);
  }

  private Expression mapping(int line) {
    if (tokens.isComprehension()) {
      Expression entries = comprehension(true, line);
      tokens.expectSign("}");
      return entries;
    }
    List<Expression> keys = new ArrayList<>();
    List<Expression> items = new ArrayList<>();
    while (!tokens.takeSign("}")) {
      keys.add(expression());
      if (!tokens.takeSign(":")) {
        throw tokens.isSign(",") || tokens.isSign("}")
            ? tokens.foreign("a set")
            : tokens.unexpected("':'");
      }
      items.add(expression());
      if (!tokens.takeSign(",") && !tokens.isSign("}")) {
        throw tokens.unexpected("',' or '}'");
      }
    }
    return new Expressions.Mapping(keys, items, line);
  }

  private Expressions.Comprehension comprehension(boolean entries, int line) {
    Scope inner = scope.inner();
    Scope outer = enter(inner);
    Expression first = expression();
    Expression key = null;
    if (entries) {
      tokens.expectSign(":");
      key = first;
      first = expression();
    }
    List<Expressions.Loop> loops = new ArrayList<>();
    while (tokens.takeKeyword("for")) {
      Target target = names();
      if (!tokens.takeKeyword("in")) {
        throw tokens.unexpected("'in'");
      }
      if (loops.isEmpty()) {
        enter(outer); // The first items are computed outside.
      }
      Expression items = either(true);
      enter(inner);
      List<Expression> conditions = new ArrayList<>();
      while (tokens.takeKeyword("if")) {
        conditions.add(either(true));
      }
      loops.add(new Expressions.Loop(target, items, conditions));
    }
    if (loops.isEmpty()) {
      throw tokens.unexpected("'for'");
    }
    enter(outer);
    inner.close();
    return new Expressions.Comprehension(key, first, loops, line);
  }

  /** The variables of a loop. */
  Target names() {
    List<Target> targets = new ArrayList<>();
    boolean several = false;
    do {
      if (tokens.takeSign("(")) {
        targets.add(names());
        tokens.expectSign(")");
      } else {
        targets.add(new Target.Name(scope.assigned(tokens.expectName())));
      }
      several |= tokens.isSign(",");
    } while (tokens.takeSign(",") && (tokens.next().kind() == Kind.NAME || tokens.isSign("(")));
    return several || targets.size() > 1 ? new Target.Several(targets) : targets.get(0);
  }
}
