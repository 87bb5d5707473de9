package org.galton.sql.shared;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Reads queries, with the tables that a WITH before them names. */
final class Queries {
  private final Cursor cursor;
  private final Catalog catalog;
  private final Map<String, Map<String, Type>> views;
  private final Deque<Map<String, Map<String, Type>>> named = new ArrayDeque<>();
  private int aliases;

  /**
   * @param views those that statements before have made
   */
  Queries(Cursor cursor, Catalog catalog, Map<String, Map<String, Type>> views) {
    this.cursor = cursor;
    this.catalog = catalog;
    this.views = views;
  }

  /** A query in another. Which rows a LIMIT in it leaves may differ. */
  Translated inner() {
    Select select = query();
    if (select.isLimited()) {
      throw new NotShared("it has a LIMIT in a query in another");
    }
    Translated translated = select.translated(Limits.NONE);
    translated.columns();
    return translated;
  }

  Translated outer(Limits limits) {
    return query().translated(limits);
  }

  private Select query() {
    cursor.enter();
    named.push(new HashMap<>());
    StringBuilder with = new StringBuilder();
    if (cursor.accept("with")) {
      do {
        String name = cursor.name();
        if (isTable(name)) {
          throw new NotShared("it gives the name of a table, " + name + ", to something else");
        }
        cursor.expect("as");
        cursor.expect("(");
        Translated rows = inner();
        cursor.expect(")");
        named.peek().put(name, rows.columns());
        with.append(with.isEmpty() ? "WITH " : ", ").append(Typed.name(name));
        with.append(" AS (").append(rows.sql()).append(")");
      } while (cursor.accept(","));
      with.append(" ");
    }
    Select select = new Select(cursor, this, with.toString());
    select.read();
    named.pop();
    cursor.leave();
    return select;
  }

  private boolean isTable(String name) {
    return views.containsKey(name)
        || named.stream().flatMap(names -> names.keySet().stream()).anyMatch(name::equalsIgnoreCase)
        || catalog.columns(name).isPresent();
  }

  Map<String, Type> table(String name) {
    for (Map<String, Map<String, Type>> names : named) {
      if (names.containsKey(name)) {
        return names.get(name);
      }
    }
    if (views.containsKey(name)) {
      return views.get(name);
    }
    return catalog.columns(name).orElseThrow(() -> new NotShared("there is no table " + name));
  }

  /** One that no other table of the query has. */
  String alias() {
    return "t" + ++aliases;
  }
}
