package org.galton.sql.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.galton.sql.shared.Token.Kind;

/** Reads functions, casts and choices: those of which both engines make the same. */
final class Calls {
  private static final int MOST_PLACES = 15;

  private final Cursor cursor;
  private final Expressions expressions;
  private final Aggregates aggregates;

  Calls(Cursor cursor, Expressions expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
    this.aggregates = new Aggregates(cursor, expressions);
  }

  Typed next() {
    if (cursor.accept("case")) {
      return choice();
    }
    String name = cursor.name().toLowerCase(Locale.ROOT);
    cursor.expect("(");
    return switch (name) {
      case "cast" -> closed(cast());
      case "coalesce" -> closed(coalesce());
      case "nullif" -> closed(nullIf());
      case "abs" -> closed(abs());
      case "round" -> closed(round());
      case "length" -> closed(length());
      case "substr", "substring" -> closed(substring());
      case "row_number" -> place();
      case "count", "count_if", "sum", "avg", "min", "max" -> aggregates.next(name);
      default ->
          throw new NotShared(
              "the function %s is not among those that both engines compute alike".formatted(name));
    };
  }

  private Typed closed(Typed value) {
    cursor.expect(")");
    return value;
  }

  /** Of a type to which one engine rounds and the other cuts there is none. */
  private Typed cast() {
    Typed what = expressions.any();
    cursor.expect("as");
    String name = cursor.name().toUpperCase(Locale.ROOT);
    Type wanted =
        switch (name) {
          case "INT", "INTEGER" -> Type.INT;
          case "BIGINT" -> Type.BIGINT;
          case "DOUBLE" -> Type.DOUBLE;
          default -> throw new NotShared("it casts to " + name);
        };
    boolean same =
        what.type() == wanted
            || (what.type() == Type.BOOLEAN && wanted == Type.INT)
            || (what.type().isWhole() && wanted != Type.INT);
    if (!same) {
      throw new NotShared(
          "it casts a value of the type %s to %s".formatted(what.type().shown(), name));
    }
    return Typed.of("CAST(%s AS %s)".formatted(what.sql(), wanted.inDuckDb()), wanted, what);
  }

  private Typed choice() {
    cursor.enter();
    Typed subject = cursor.at("when") ? null : expressions.any();
    List<Typed> conditions = new ArrayList<>();
    List<Typed> values = new ArrayList<>();
    while (cursor.accept("when")) {
      Typed when = expressions.any();
      conditions.add(
          subject == null ? when.expect(Type.BOOLEAN) : Expressions.compared(subject, "=", when));
      cursor.expect("then");
      values.add(expressions.any());
    }
    int cases = conditions.size();
    if (cursor.accept("else")) {
      values.add(expressions.any());
    }
    cursor.expect("end");
    cursor.leave();
    Type type = common(values);
    StringBuilder sql = new StringBuilder("CASE");
    for (int i = 0; i < cases; i++) {
      sql.append(" WHEN ").append(conditions.get(i).sql());
      sql.append(" THEN ").append(values.get(i).as(type));
    }
    if (values.size() > cases) {
      sql.append(" ELSE ").append(values.get(cases).as(type));
    }
    conditions.addAll(values);
    return Typed.of(sql.append(" END").toString(), type, conditions.toArray(Typed[]::new));
  }

  private static Type common(List<Typed> values) {
    Type type = values.isEmpty() ? Type.UNKNOWN : values.get(0).type();
    for (Typed value : values) {
      type = Type.common(type, value.type());
    }
    return type;
  }

  private Typed coalesce() {
    List<Typed> values = new ArrayList<>();
    do {
      values.add(expressions.any());
    } while (cursor.accept(","));
    Type type = common(values);
    List<String> each = values.stream().map(value -> value.as(type)).toList();
    return Typed.of(
        "coalesce(" + String.join(", ", each) + ")", type, values.toArray(Typed[]::new));
  }

  private Typed nullIf() {
    Typed value = expressions.any().expectOrdered();
    cursor.expect(",");
    Typed other = expressions.any();
    return Typed.of(
        "CASE WHEN %s THEN NULL ELSE %s END"
            .formatted(Expressions.compared(value, "=", other).sql(), value.sql()),
        value.type(),
        value,
        other);
  }

  private Typed abs() {
    Typed value = expressions.any();
    if (!value.type().isNumber() || value.type() == Type.DECIMAL) {
      throw new NotShared("it has abs of what is no number");
    }
    return Typed.of("abs(" + value.sql() + ")", value.type(), value);
  }

  /** Half away from zero, of the shortest decimal number that is the value: as Spark does. */
  private Typed round() {
    Typed value = expressions.any().expect(Type.DOUBLE);
    int places = cursor.accept(",") ? number(MOST_PLACES) : 0;
    return Typed.of(
        "CAST(CAST(CAST(CAST(%s AS VARCHAR) AS DECIMAL(38, %d)) AS VARCHAR) AS DOUBLE)"
            .formatted(value.sql(), places),
        Type.DOUBLE,
        value);
  }

  private Typed length() {
    Typed value = expressions.any().expect(Type.STRING);
    return Typed.of("CAST(length(%s) AS INTEGER)".formatted(value.sql()), Type.INT, value);
  }

  private Typed substring() {
    Typed value = expressions.any().expect(Type.STRING);
    cursor.expect(",");
    int start = number(Integer.MAX_VALUE);
    if (start == 0) {
      throw new NotShared("it has a part of a text that begins at 0");
    }
    String length = cursor.accept(",") ? ", " + number(Integer.MAX_VALUE) : "";
    return Typed.of("substr(%s, %d%s)".formatted(value.sql(), start, length), Type.STRING, value);
  }

  /** A literal from 0 to a largest. */
  private int number(int most) {
    if (cursor.peek().kind() == Kind.WHOLE && cursor.peek().text().length() < 10) {
      int number = Integer.parseInt(cursor.next().text());
      if (number <= most) {
        return number;
      }
    }
    throw new NotShared("it has a place or a length that is no plain number");
  }

  private Typed place() {
    cursor.expect(")");
    cursor.expect("over");
    cursor.expect("(");
    StringBuilder window = new StringBuilder();
    if (cursor.accept("partition")) {
      cursor.expect("by");
      List<String> parts = new ArrayList<>();
      do {
        parts.add(expressions.any().expectGrouped().sql());
      } while (cursor.accept(","));
      window.append("PARTITION BY ").append(String.join(", ", parts));
    }
    cursor.expect("order");
    cursor.expect("by");
    List<String> order = new ArrayList<>();
    do {
      order.add(expressions.any().expectOrdered().sql() + Direction.next(cursor));
    } while (cursor.accept(","));
    window.append(" ORDER BY ").append(String.join(", ", order));
    cursor.expect(")");
    return Typed.of(
        "CAST(row_number() OVER (%s) AS INTEGER)".formatted(window), Type.INT, Typed.Reach.WINDOW);
  }
}
