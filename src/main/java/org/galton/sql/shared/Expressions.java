package org.galton.sql.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.galton.sql.shared.Token.Kind;

/**
 * Reads expressions with the precedence of Spark and writes them with all brackets. A comparison of
 * a comparison, which the engines read in different orders, wants brackets in the query, too.
 */
final class Expressions {
  private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");
  private static final Set<String> FOLLOWS =
      Set.of("in", "like", "between", "is", "not", "=", "<>", "!=", "<", "<=", ">", ">=");

  private final Cursor cursor;
  private final Scope scope;
  private final Queries queries;
  private final Calls calls;

  Expressions(Cursor cursor, Scope scope, Queries queries) {
    this.cursor = cursor;
    this.scope = scope;
    this.queries = queries;
    this.calls = new Calls(cursor, this);
  }

  Typed any() {
    cursor.enter();
    Typed left = conjunction();
    while (cursor.accept("or")) {
      left = both(left, "OR", conjunction());
    }
    cursor.leave();
    return left;
  }

  Typed condition() {
    return any().expect(Type.BOOLEAN);
  }

  private Typed conjunction() {
    Typed left = negation();
    while (cursor.accept("and")) {
      left = both(left, "AND", negation());
    }
    return left;
  }

  private static Typed both(Typed left, String word, Typed right) {
    left.expect(Type.BOOLEAN);
    right.expect(Type.BOOLEAN);
    return Typed.of(
        "(%s %s %s)".formatted(left.sql(), word, right.sql()), Type.BOOLEAN, left, right);
  }

  private Typed negation() {
    if (!cursor.accept("not")) {
      return predicate();
    }
    cursor.enter();
    Typed what = negation().expect(Type.BOOLEAN);
    cursor.leave();
    return Typed.of("(NOT " + what.sql() + ")", Type.BOOLEAN, what);
  }

  private Typed predicate() {
    Typed left = sum();
    Token next = cursor.peek();
    if (FOLLOWS.stream().noneMatch(next::is)) {
      return left;
    }
    Typed whole = COMPARISONS.stream().anyMatch(next::is) ? comparison(left) : test(left);
    if (FOLLOWS.stream().anyMatch(cursor::at)) {
      throw new NotShared("it compares a comparison without brackets");
    }
    return whole;
  }

  private Typed comparison(Typed left) {
    String sign = cursor.next().text();
    return compared(left, sign, sum());
  }

  static Typed compared(Typed left, String sign, Typed right) {
    Type type =
        (left.type() == Type.DECIMAL && right.type() == Type.INT)
                || (left.type() == Type.INT && right.type() == Type.DECIMAL)
            ? Type.DOUBLE
            : Type.common(left.type(), right.type());
    return Typed.of(
        "(%s %s %s)".formatted(left.as(type), sign, right.as(type)), Type.BOOLEAN, left, right);
  }

  private Typed test(Typed left) {
    if (cursor.accept("is")) {
      String not = cursor.accept("not") ? "NOT " : "";
      cursor.expect("null");
      return Typed.of("(%s IS %sNULL)".formatted(left.sql(), not), Type.BOOLEAN, left);
    }
    String not = cursor.accept("not") ? "NOT " : "";
    if (cursor.accept("like")) {
      left.expect(Type.STRING);
      if (cursor.peek().kind() != Kind.TEXT) {
        throw new NotShared("it has a LIKE without a text after it");
      }
      return Typed.of(
          "(%s %sLIKE %s)".formatted(left.sql(), not, literal(cursor.next().text())),
          Type.BOOLEAN,
          left);
    }
    if (cursor.accept("between")) {
      Typed low = sum();
      cursor.expect("and");
      Typed high = sum();
      return Typed.of(
          "(%s(%s AND %s))"
              .formatted(not, compared(left, ">=", low).sql(), compared(left, "<=", high).sql()),
          Type.BOOLEAN,
          left,
          low,
          high);
    }
    cursor.expect("in");
    cursor.expect("(");
    Typed in = cursor.at("select") || cursor.at("with") ? inQuery(left, not) : inList(left, not);
    cursor.expect(")");
    return in;
  }

  private Typed inQuery(Typed left, String not) {
    Translated rows = queries.inner();
    if (rows.single().type() != left.expectOrdered().type()) {
      throw new NotShared("it looks for a value among those of another type");
    }
    return Typed.of("(%s %sIN (%s))".formatted(left.sql(), not, rows.sql()), Type.BOOLEAN, left);
  }

  private Typed inList(Typed left, String not) {
    List<String> each = new ArrayList<>();
    Typed whole = left;
    do {
      Typed one = sum();
      Typed equal = compared(left, "=", one);
      each.add(equal.sql());
      whole = Typed.of("", Type.BOOLEAN, whole, one);
    } while (cursor.accept(","));
    return Typed.of("(%s(%s))".formatted(not, String.join(" OR ", each)), Type.BOOLEAN, whole);
  }

  private Typed sum() {
    Typed left = product();
    while (cursor.at("+") || cursor.at("-")) {
      left = arithmetic(left, cursor.next().text(), product());
    }
    return left;
  }

  private Typed product() {
    Typed left = unary();
    while (cursor.at("*") || cursor.at("/") || cursor.at("%")) {
      left = arithmetic(left, cursor.next().text(), unary());
    }
    return left;
  }

  private static Typed arithmetic(Typed left, String sign, Typed right) {
    if (!left.type().isNumber() || !right.type().isNumber()) {
      throw new NotShared("it calculates with values that are no numbers");
    }
    boolean division = sign.equals("/");
    Type type =
        division && left.type() != Type.DECIMAL && right.type() != Type.DECIMAL
            ? Type.DOUBLE
            : Type.common(left.type(), right.type());
    if (sign.equals("%") && !type.isWhole()) {
      throw new NotShared("it has a remainder of fractions");
    }
    String result = "(%s %s %s)".formatted(left.as(type), sign, right.as(type));
    if (division) {
      result =
          "CASE WHEN %s = 0 THEN error('%s') ELSE %s END"
              .formatted(right.as(type), Doubts.ZERO_DIVISION, result);
    }
    return Typed.of(result, type, left, right);
  }

  private Typed unary() {
    if (!cursor.accept("-")) {
      return primary();
    }
    cursor.enter();
    Typed what = unary();
    cursor.leave();
    if (!what.type().isNumber()) {
      throw new NotShared("it has a minus before what is no number");
    }
    return Typed.of("(-" + what.sql() + ")", what.type(), what);
  }

  private Typed primary() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case WHOLE -> whole(cursor.next().text());
      case DECIMAL -> decimal(cursor.next().text());
      case EXPONENT ->
          Typed.of("CAST('%s' AS DOUBLE)".formatted(cursor.next().text()), Type.DOUBLE);
      case TEXT -> Typed.of(literal(cursor.next().text()), Type.STRING);
      case WORD -> word(token);
      case SIGN -> bracket();
      case END -> throw cursor.unexpected();
    };
  }

  private static Typed whole(String digits) {
    if (digits.length() > 18) {
      throw new NotShared("it has a very large number");
    }
    Type type = Long.parseLong(digits) <= Integer.MAX_VALUE ? Type.INT : Type.BIGINT;
    return Typed.of("CAST(%s AS %s)".formatted(digits, type.inDuckDb()), type);
  }

  private static Typed decimal(String digits) {
    if (digits.length() > 16) {
      throw new NotShared("it has a number of many digits");
    }
    return Typed.of("CAST('%s' AS DOUBLE)".formatted(digits), Type.DECIMAL);
  }

  private Typed bracket() {
    cursor.expect("(");
    if (cursor.at("select") || cursor.at("with")) {
      Translated rows = queries.inner();
      cursor.expect(")");
      return Typed.of("(" + rows.sql() + ")", rows.single().type());
    }
    Typed inside = any();
    cursor.expect(")");
    return Typed.of(inside.sql(), inside.type(), inside);
  }

  private Typed word(Token token) {
    if (cursor.peek(1).is("(") || token.is("case")) {
      return calls.next();
    }
    String name = cursor.name();
    if (token.is("true") || token.is("false")) {
      return Typed.of(name, Type.BOOLEAN);
    }
    return cursor.accept(".") ? scope.column(name, cursor.name()) : scope.column(name);
  }

  private static String literal(String text) {
    return Typed.quoted(text, "'");
  }
}
