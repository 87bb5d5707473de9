package org.galton.sql.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a FROM and makes the scope of it. */
final class Tables {
  /** What may follow a table, so that it is no name for it. */
  private static final Set<String> KEYWORDS =
      Stream.of(
              "all and anti as asc asof at between by case cluster cross desc distinct distribute",
              "else end except exclude fetch filter for format from full group having in inner",
              "intersect is join lateral left like limit match_recognize minus natural not null",
              "nulls offset on or order outer over partition pivot positional qualify replace",
              "returning right rows sample select semi set sort table tablesample then to union",
              "unpivot using values version timestamp system_time system_version view when where",
              "window with within watermark")
          .flatMap(line -> Stream.of(line.split(" ", -1)))
          .collect(Collectors.toUnmodifiableSet());

  private final Cursor cursor;
  private final Queries queries;
  private final Scope scope = new Scope();
  private final StringBuilder sql = new StringBuilder(" FROM ");

  Tables(Cursor cursor, Queries queries) {
    this.cursor = cursor;
    this.queries = queries;
  }

  /** From behind the {@code FROM}. */
  void read() {
    table();
    while (true) {
      if (cursor.accept("join") || cursor.accept("inner", "join")) {
        sql.append(" JOIN ");
      } else if (cursor.at("left")) {
        cursor.expect("left");
        cursor.accept("outer");
        cursor.expect("join");
        sql.append(" LEFT JOIN ");
      } else {
        return;
      }
      join(table());
    }
  }

  Scope scope() {
    return scope;
  }

  String sql() {
    return sql.toString();
  }

  private void join(Relation right) {
    if (cursor.accept("using")) {
      cursor.expect("(");
      String word = " ON ";
      do {
        String column = cursor.name();
        Typed same = right.columns().containsKey(column) ? right.column(column) : null;
        if (same == null) {
          throw new NotShared("a table of it has no column " + column);
        }
        scope.join(right, column);
        Typed left = scope.column(column);
        if (left.sql().equals(same.sql()) || left.type() != same.expectOrdered().type()) {
          throw new NotShared("it joins columns of two types");
        }
        sql.append(word).append(left.sql()).append(" = ").append(same.sql());
        word = " AND ";
      } while (cursor.accept(","));
      cursor.expect(")");
    } else {
      cursor.expect("on");
      sql.append(" ON ").append(new Expressions(cursor, scope, queries).condition().sql());
    }
  }

  private Relation table() {
    if (cursor.accept("(")) {
      Translated rows = queries.inner();
      cursor.expect(")");
      cursor.accept("as");
      return add(named(), "(" + rows.sql() + ")", rows.columns());
    }
    String table = named();
    Map<String, Type> columns = queries.table(table);
    if (cursor.accept("as") || (cursor.peek().isWord() && !isKeyword(cursor.peek().text()))) {
      return add(named(), Typed.name(table), columns);
    }
    return add(table, Typed.name(table), columns);
  }

  private String named() {
    String name = cursor.name();
    if (isKeyword(name) || cursor.at("(") || cursor.at(".")) {
      throw new NotShared("'%s' in it is no plain table".formatted(name));
    }
    return name;
  }

  private static boolean isKeyword(String word) {
    return KEYWORDS.stream().anyMatch(word::equalsIgnoreCase);
  }

  private Relation add(String name, String from, Map<String, Type> columns) {
    Relation relation = new Relation(name, queries.alias(), new LinkedHashMap<>(columns));
    scope.add(relation);
    sql.append(from).append(" AS ").append(relation.alias());
    return relation;
  }
}
