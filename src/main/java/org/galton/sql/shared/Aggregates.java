package org.galton.sql.shared;

import java.util.function.UnaryOperator;
import org.galton.sql.shared.Typed.Reach;

/**
 * Reads aggregates. A sum of fractions depends on the order of its terms: what DuckDB adds is exact
 * or an error that leaves the query to Spark.
 *
 * <p>A double holds each multiple of 2^-20 up to 2^32, and each whole number up to 2^53: sums of
 * such terms that stay below are exact in any order.
 */
final class Aggregates {
  private final Cursor cursor;
  private final Expressions expressions;

  Aggregates(Cursor cursor, Expressions expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  /** From behind the bracket that opens. */
  Typed next(String name) {
    if (name.equals("count") && cursor.accept("*")) {
      return ended(where -> "count(*)" + where, Type.BIGINT, "count(1)");
    }
    boolean distinct = cursor.accept("distinct");
    Typed of = expressions.any();
    if (of.reach().aggregates() || of.reach().windows()) {
      throw new NotShared("it has an aggregate of an aggregate");
    }
    if (distinct && !name.equals("count")) {
      throw new NotShared("it has DISTINCT in " + name);
    }
    String label =
        of.label().isEmpty() ? "" : name + (distinct ? "(DISTINCT " : "(") + of.label() + ")";
    String x = of.sql();
    return switch (name) {
      case "count" -> {
        String counted = distinct ? "DISTINCT " + of.expectGrouped().sql() : x;
        yield ended(where -> "count(" + counted + ")" + where, Type.BIGINT, label);
      }
      case "count_if" -> {
        of.expect(Type.BOOLEAN);
        yield ended(
            where -> "CAST(count_if(" + x + ")" + where + " AS BIGINT)", Type.BIGINT, label);
      }
      case "min", "max" -> {
        of.expectOrdered();
        yield ended(
            where -> {
              String value = name + "(" + x + ")" + where;
              return of.type() == Type.DOUBLE ? oneZero(x, where, value) : value;
            },
            of.type(),
            label);
      }
      case "sum" -> sum(of, label);
      default -> average(of, label);
    };
  }

  private Typed sum(Typed of, String label) {
    String x = of.sql();
    if (of.type().isWhole()) {
      return ended(where -> "CAST(" + sum(x, where) + " AS BIGINT)", Type.BIGINT, label);
    }
    of.expect(Type.DOUBLE);
    return ended(where -> exact(x, where, sum(x, where)), Type.DOUBLE, label);
  }

  private Typed average(Typed of, String label) {
    String x = of.sql();
    if (of.type().isWhole()) {
      return ended(
          where ->
              "CASE WHEN %s > 9007199254740992 THEN error('%s') ELSE %s END"
                  .formatted(
                      sum("abs(CAST(" + x + " AS HUGEINT))", where), Doubts.LARGE, mean(x, where)),
          Type.DOUBLE,
          label);
    }
    of.expect(Type.DOUBLE);
    return ended(where -> exact(x, where, mean(x, where)), Type.DOUBLE, label);
  }

  private static String sum(String x, String where) {
    return "sum(" + x + ")" + where;
  }

  private static String mean(String x, String where) {
    return "CAST(%s AS DOUBLE) / CAST(count(%s)%s AS DOUBLE)".formatted(sum(x, where), x, where);
  }

  private static String oneZero(String x, String where, String value) {
    return "CASE WHEN %s = 0 AND bool_or(%s = 0 AND signbit(%s))%s THEN error('%s') ELSE %s END"
        .formatted(value, x, x, where, Doubts.ZEROS, value);
  }

  private static String exact(String x, String where, String value) {
    return "CASE WHEN count(%s)%s = 0 THEN NULL".formatted(x, where)
        + " WHEN bool_and(%s * 1048576 = trunc(%s * 1048576))%s".formatted(x, x, where)
        + " AND %s <= 4294967296".formatted(sum("abs(" + x + ")", where))
        + " THEN %s ELSE error('%s') END".formatted(value, Doubts.FRACTIONS);
  }

  /**
   * @param sql from the condition behind each call
   */
  private Typed ended(UnaryOperator<String> sql, Type type, String label) {
    cursor.expect(")");
    String condition = "";
    if (cursor.accept("filter")) {
      cursor.expect("(");
      cursor.expect("where");
      Typed filter = expressions.condition();
      if (filter.reach().aggregates()) {
        throw new NotShared("it has an aggregate of an aggregate");
      }
      cursor.expect(")");
      condition = " FILTER (WHERE " + filter.sql() + ")";
    }
    if (cursor.at("over")) {
      throw new NotShared("it has an aggregate over a window");
    }
    return new Typed(sql.apply(condition), type, condition.isEmpty() ? label : "", Reach.AGGREGATE);
  }
}
