package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Jinja's expressions by descending precedence, weakest first: {@code if}, {@code or}, {@code and},
 * {@code not}, comparisons, {@code + -}, {@code ~}, {@code * / // %}, {@code **}, sign, filters and
 * tests.
 */
final class ExpressionParser {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
  private static final Set<String> ENDS_A_TEST =
      Set.of("else", "or", "and", "if", "is", "in", "not");
  private static final int DEEPEST = 200;

  private final Tokens tokens;
  private int depth;

  ExpressionParser(Tokens tokens) {
    this.tokens = tokens;
  }

  Expression expression() {
    if (++depth > DEEPEST) {
      throw new TemplateProblem(tokens.peek().line(), "expressions are nested too deep");
    }
    Expression value = or();
    while (tokens.takeName("if")) {
      Expression condition = or();
      Expression otherwise =
          tokens.takeName("else")
              ? expression()
              : new Expression.Literal(new Undefined("an 'if' without 'else' has no value"));
      value = new Expression.Conditional(condition, value, otherwise);
    }
    depth--;
    return value;
  }

  /** One expression, or several with commas as a tuple. */
  Expression tuple() {
    Expression first = expression();
    return tokens.atOperator(",") ? new Expression.TupleOf(rest(first, ")")) : first;
  }

  /** What a {@code for} goes through: an {@code if} behind it is the loop's. */
  Expression withoutCondition() {
    return or();
  }

  private Expression or() {
    Expression left = and();
    while (tokens.takeName("or")) {
      left = new Expression.Or(left, and());
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (tokens.takeName("and")) {
      left = new Expression.And(left, not());
    }
    return left;
  }

  private Expression not() {
    int negations = 0;
    while (tokens.takeName("not")) {
      negations++;
    }
    Expression value = comparison();
    return negations == 0
        ? value
        : negations % 2 == 1
            ? new Expression.Not(value)
            : new Expression.Not(new Expression.Not(value));
  }

  private Expression comparison() {
    Expression first = sum();
    List<String> operators = new ArrayList<>();
    List<Expression> others = new ArrayList<>();
    while (true) {
      if (tokens.atOperator(COMPARISONS) || tokens.atName("in")) {
        operators.add(tokens.next().text());
      } else if (tokens.atName("not") && tokens.second().is(Token.Kind.NAME, "in")) {
        tokens.next();
        tokens.next();
        operators.add("not in");
      } else {
        return operators.isEmpty() ? first : new Expression.Comparison(first, operators, others);
      }
      others.add(sum());
    }
  }

  private Expression sum() {
    Expression left = joined();
    while (tokens.atOperator(Set.of("+", "-"))) {
      left = new Expression.Arithmetic(tokens.next().text(), left, joined());
    }
    return left;
  }

  private Expression joined() {
    Expression first = product();
    if (!tokens.atOperator("~")) {
      return first;
    }
    List<Expression> parts = new ArrayList<>(List.of(first));
    while (tokens.takeOperator("~")) {
      parts.add(product());
    }
    return new Expression.Joined(parts);
  }

  private Expression product() {
    Expression left = signed();
    while (tokens.atOperator(Set.of("*", "/", "//", "%"))) {
      left = new Expression.Arithmetic(tokens.next().text(), left, signed());
    }
    if (tokens.atOperator("**")) {
      throw new TemplateProblem(tokens.peek().line(), "'**' is not supported");
    }
    return left;
  }

  private Expression signed() {
    if (tokens.takeOperator("-")) {
      return filters(new Expression.Negative(postfix(primary())));
    }
    if (tokens.takeOperator("+")) {
      return filters(postfix(primary()));
    }
    return filters(postfix(primary()));
  }

  private Expression primary() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case NAME -> {
        tokens.next();
        yield named(token.text());
      }
      case STRING -> {
        StringBuilder text = new StringBuilder();
        while (tokens.peek().kind() == Token.Kind.STRING) {
          text.append(tokens.next().text());
        }
        yield new Expression.Literal(text.toString());
      }
      case INTEGER -> {
        tokens.next();
        yield new Expression.Literal(whole(token));
      }
      case FLOAT -> {
        tokens.next();
        yield new Expression.Literal(Double.valueOf(token.text()));
      }
      default -> bracketed();
    };
  }

  private static Long whole(Token token) {
    try {
      return Long.valueOf(token.text());
    } catch (NumberFormatException e) {
      throw new TemplateProblem(token.line(), "the number " + token.text() + " is too large");
    }
  }

  private static Expression named(String name) {
    return switch (name) {
      case "true", "True" -> new Expression.Literal(true);
      case "false", "False" -> new Expression.Literal(false);
      case "none", "None" -> new Expression.Literal(null);
      default -> new Expression.Name(name);
    };
  }

  private Expression bracketed() {
    if (tokens.takeOperator("(")) {
      if (tokens.takeOperator(")")) {
        return new Expression.TupleOf(List.of());
      }
      Expression first = expression();
      Expression value = tokens.atOperator(",") ? new Expression.TupleOf(rest(first, ")")) : first;
      tokens.expectOperator(")");
      return value;
    }
    if (tokens.takeOperator("[")) {
      if (tokens.takeOperator("]")) {
        return new Expression.ListOf(List.of());
      }
      Expression items = new Expression.ListOf(rest(expression(), "]"));
      tokens.expectOperator("]");
      return items;
    }
    if (tokens.takeOperator("{")) {
      return mapping();
    }
    throw tokens.unexpected("an expression");
  }

  /** The items after the first, up to what closes them; a comma may end them. */
  private List<Expression> rest(Expression first, String closing) {
    List<Expression> items = new ArrayList<>(List.of(first));
    while (tokens.takeOperator(",") && !tokens.atOperator(closing) && !atEnd()) {
      items.add(expression());
    }
    return items;
  }

  private boolean atEnd() {
    return tokens.peek().kind() == Token.Kind.TAG_END
        || tokens.peek().kind() == Token.Kind.PRINT_END;
  }

  private Expression mapping() {
    List<Map.Entry<Expression, Expression>> entries = new ArrayList<>();
    while (!tokens.takeOperator("}")) {
      Expression key = expression();
      tokens.expectOperator(":");
      entries.add(Map.entry(key, expression()));
      if (!tokens.atOperator("}")) {
        tokens.expectOperator(",");
      }
    }
    return new Expression.MappingOf(entries);
  }

  private Expression postfix(Expression start) {
    Expression value = start;
    while (true) {
      if (tokens.takeOperator(".")) {
        value =
            tokens.peek().kind() == Token.Kind.INTEGER
                ? new Expression.Subscript(value, new Expression.Literal(whole(tokens.next())))
                : new Expression.Attribute(value, tokens.expectName());
      } else if (tokens.takeOperator("[")) {
        value = subscript(value);
      } else if (tokens.atOperator("(")) {
        int line = tokens.peek().line();
        value = new Expression.Call(value, nameOf(value), given(), line);
      } else {
        return value;
      }
    }
  }

  private static String nameOf(Expression callee) {
    if (callee instanceof Expression.Name name) {
      return name.name();
    }
    return callee instanceof Expression.Attribute attribute ? attribute.name() : "a function";
  }

  private Expression subscript(Expression owner) {
    Expression from = tokens.atOperator(":") ? null : expression();
    if (tokens.takeOperator("]")) {
      return new Expression.Subscript(owner, from);
    }
    tokens.expectOperator(":");
    Expression to = sliceBound();
    Expression by = tokens.takeOperator(":") ? sliceBound() : null;
    tokens.expectOperator("]");
    return new Expression.Slice(owner, from, to, by);
  }

  private Expression sliceBound() {
    return tokens.atOperator(Set.of(":", "]")) ? null : expression();
  }

  private Expression.Given given() {
    tokens.expectOperator("(");
    List<Expression> positional = new ArrayList<>();
    Map<String, Expression> named = new LinkedHashMap<>();
    Expression more = null;
    Expression moreNamed = null;
    while (!tokens.takeOperator(")")) {
      if (tokens.peek().kind() == Token.Kind.NAME && tokens.second().is(Token.Kind.OPERATOR, "=")) {
        String name = tokens.next().text();
        tokens.next();
        named.put(name, expression());
      } else if (more == null && tokens.takeOperator("*")) {
        more = expression();
      } else if (moreNamed == null && tokens.takeOperator("**")) {
        moreNamed = expression();
      } else if (named.isEmpty() && more == null && moreNamed == null) {
        positional.add(expression());
      } else {
        throw tokens.unexpected("a named argument");
      }
      if (!tokens.atOperator(")")) {
        tokens.expectOperator(",");
      }
    }
    return new Expression.Given(positional, named, more, moreNamed);
  }

  private Expression filters(Expression start) {
    Expression value = start;
    while (true) {
      if (tokens.takeOperator("|")) {
        value = filter(value);
      } else if (tokens.takeName("is")) {
        value = test(value);
      } else if (tokens.atOperator("(")) {
        int line = tokens.peek().line();
        value = new Expression.Call(value, "a function", given(), line);
      } else {
        return value;
      }
    }
  }

  private Expression filter(Expression input) {
    int line = tokens.peek().line();
    String name = tokens.expectName();
    Filter filter = Filters.named(name);
    if (filter == null) {
      throw new TemplateProblem(line, "the filter '" + name + "' is not supported");
    }
    Expression.Given given = tokens.atOperator("(") ? given() : Expression.Given.NOTHING;
    return new Expression.Filtered(input, name, filter, given, line);
  }

  private Expression test(Expression subject) {
    boolean negated = tokens.takeName("not");
    int line = tokens.peek().line();
    String name = tokens.expectName();
    Test test = Tests.named(name);
    if (test == null) {
      throw new TemplateProblem(line, "the test '" + name + "' is not supported");
    }
    Expression.Given given = Expression.Given.NOTHING;
    if (tokens.atOperator("(")) {
      given = given();
    } else if (startsAnArgument()) {
      given = Expression.Given.only(List.of(postfix(primary())));
    }
    Expression tested = new Expression.Tested(subject, name, test, given);
    return negated ? new Expression.Not(tested) : tested;
  }

  private boolean startsAnArgument() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case NAME -> !ENDS_A_TEST.contains(token.text());
      case STRING, INTEGER, FLOAT -> true;
      case OPERATOR -> token.text().equals("[") || token.text().equals("{");
      default -> false;
    };
  }
}
