package org.galton.sql.shared;

import java.util.ArrayList;
import java.util.List;

/** Reads what a SELECT selects. */
final class Items {
  private final Cursor cursor;
  private final Scope scope;
  private final Expressions expressions;
  private final List<Item> items = new ArrayList<>();

  Items(Cursor cursor, Scope scope, Expressions expressions) {
    this.cursor = cursor;
    this.scope = scope;
    this.expressions = expressions;
  }

  List<Item> read() {
    do {
      if (cursor.accept("*")) {
        if (scope.relations().isEmpty() || scope.hasJoinedColumns()) {
          throw new NotShared("it has a * where columns are joined");
        }
        scope.relations().forEach(this::all);
      } else if (cursor.peek().isWord() && cursor.peek(1).is(".") && cursor.peek(2).is("*")) {
        all(scope.relation(cursor.name()));
        cursor.expect(".");
        cursor.expect("*");
      } else {
        one();
      }
    } while (cursor.accept(","));
    return List.copyOf(items);
  }

  private void all(Relation relation) {
    for (String column : relation.columns().keySet()) {
      items.add(new Item(relation.column(column), column));
    }
  }

  private void one() {
    Typed value = expressions.any();
    if (value.type() == Type.DECIMAL) {
      throw new NotShared("it has a fixed-point number");
    }
    String name = cursor.accept("as") ? cursor.name() : value.label();
    if (name.isEmpty()) {
      throw new NotShared("a column of its result has no name (AS gives it one)");
    }
    items.add(new Item(value, name));
  }
}
