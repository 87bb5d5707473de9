package org.galton.sql.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A script of Spark SQL as DuckDB answers it alike: views, and then a query.
 *
 * @param views statements that make the views, in their order
 */
public record SharedSql(List<String> views, Translated query) {

  /**
   * @param most rows that are wanted
   * @throws NotShared when the engines may answer differently
   */
  public static SharedSql of(String script, Catalog tables, Limits most) {
    Cursor cursor = new Cursor(Tokens.of(script));
    Map<String, Map<String, Type>> made = new HashMap<>();
    List<String> views = new ArrayList<>();
    Translated query = null;
    while (true) {
      while (cursor.accept(";")) {
        // Empty statements mean nothing.
      }
      if (cursor.isAtEnd()) {
        break;
      }
      Queries queries = new Queries(cursor, tables, made);
      if (cursor.at("create")) {
        String name = viewName(cursor);
        if (made.containsKey(name) || tables.columns(name).isPresent()) {
          throw new NotShared("it gives the name of a table, " + name + ", to something else");
        }
        Translated rows = queries.inner();
        made.put(name, rows.columns());
        views.add("CREATE TEMPORARY VIEW " + Typed.name(name) + " AS " + rows.sql());
        query = null;
      } else {
        query = queries.outer(most);
      }
      if (!cursor.isAtEnd()) {
        cursor.expect(";");
      }
    }
    if (query == null) {
      throw new NotShared("it does not end in a query");
    }
    return new SharedSql(List.copyOf(views), query);
  }

  private static String viewName(Cursor cursor) {
    cursor.expect("create");
    cursor.accept("or", "replace");
    if (!cursor.accept("temporary")) {
      cursor.expect("temp");
    }
    cursor.expect("view");
    String name = cursor.name();
    cursor.expect("as");
    return name;
  }
}
