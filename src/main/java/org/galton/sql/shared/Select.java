package org.galton.sql.shared;

import java.util.List;
import java.util.stream.Collectors;
import org.galton.sql.shared.Token.Kind;

/** Reads a SELECT to its LIMIT. The tables are read before the list of what is selected. */
final class Select {
  private final Cursor cursor;
  private final Queries queries;
  private final String with;
  private final StringBuilder behind = new StringBuilder();
  private List<Item> items = List.of();
  private boolean distinct;
  private long limit = -1;

  Select(Cursor cursor, Queries queries, String with) {
    this.cursor = cursor;
    this.queries = queries;
    this.with = with;
  }

  boolean isLimited() {
    return limit >= 0;
  }

  Translated translated(Limits most) {
    String selected =
        items.stream()
            .map(item -> item.value().sql() + " AS " + Typed.name(item.name()))
            .collect(Collectors.joining(", "));
    long rows = limit < 0 ? most.rows() : Math.min(limit, most.rows());
    return new Translated(
        with
            + (distinct ? "SELECT DISTINCT " : "SELECT ")
            + selected
            + behind
            + (rows == Long.MAX_VALUE ? "" : " LIMIT " + rows),
        items.stream().map(item -> new Output(item.name(), item.value().type())).toList());
  }

  void read() {
    cursor.expect("select");
    distinct = cursor.accept("distinct");
    int first = cursor.place();
    Scope scope = new Scope();
    int end = first;
    if (cursor.skipToFrom()) {
      end = cursor.place();
      cursor.expect("from");
      Tables tables = new Tables(cursor, queries);
      tables.read();
      scope = tables.scope();
      behind.append(tables.sql());
    }
    Expressions expressions = new Expressions(cursor, scope, queries);
    int behindTables = cursor.place();
    cursor.moveTo(first);
    items = new Items(cursor, scope, expressions).read();
    if (!scope.relations().isEmpty()) {
      if (cursor.place() != end) {
        throw cursor.unexpected();
      }
      cursor.moveTo(behindTables);
    }
    if (distinct) {
      items.forEach(item -> item.value().expectGrouped());
    }
    rest(scope, expressions);
  }

  private void rest(Scope scope, Expressions expressions) {
    if (cursor.accept("where")) {
      behind.append(" WHERE ").append(expressions.condition().sql());
    }
    if (cursor.accept("group")) {
      cursor.expect("by");
      behind.append(new Grouping(cursor, scope, expressions, items).read());
    }
    items.forEach(item -> scope.addOutput(item.name(), item.value()));
    if (cursor.accept("having")) {
      behind.append(" HAVING ").append(expressions.condition().sql());
    }
    if (cursor.accept("order")) {
      cursor.expect("by");
      behind.append(new Ordering(cursor, expressions, items, distinct).read());
    }
    if (cursor.accept("limit")) {
      limit = limit();
    }
  }

  private long limit() {
    if (cursor.peek().kind() != Kind.WHOLE || cursor.peek().text().length() > 9) {
      throw new NotShared("it has a LIMIT that is no plain number");
    }
    return Long.parseLong(cursor.next().text());
  }
}
