package org.galton.sql.shared;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.galton.sql.shared.Token.Kind;

/** Reads a GROUP BY. A name is a column of the tables before it is one of the result. */
final class Grouping {
  private final Cursor cursor;
  private final Scope scope;
  private final Expressions expressions;
  private final List<Item> items;

  Grouping(Cursor cursor, Scope scope, Expressions expressions, List<Item> items) {
    this.cursor = cursor;
    this.scope = scope;
    this.expressions = expressions;
    this.items = items;
  }

  String read() {
    Set<String> parts = new LinkedHashSet<>();
    if (cursor.accept("all")) {
      parts.addAll(all());
    } else {
      do {
        parts.add(one().expectGrouped().sql());
      } while (cursor.accept(","));
    }
    return parts.isEmpty() ? "" : " GROUP BY " + String.join(", ", parts);
  }

  private List<String> all() {
    List<String> parts = new ArrayList<>();
    for (Item item : items) {
      Typed.Reach reach = item.value().reach();
      if ((reach.aggregates() && reach.columns()) || reach.windows()) {
        throw new NotShared("it groups by all that it selects, a mixture among it");
      }
      if (reach.columns()) {
        parts.add(item.value().expectGrouped().sql());
      } else if (!reach.aggregates()) {
        throw new NotShared("it groups by a literal");
      }
    }
    return parts;
  }

  private Typed one() {
    if (cursor.peek().kind() == Kind.WHOLE) {
      return plain(Item.at(items, cursor.next().text()).value());
    }
    if (Item.isName(cursor)) {
      Optional<Typed> column = scope.inside(cursor.peek().text());
      if (column.isEmpty()) {
        List<Item> named = Item.named(items, cursor.peek().text());
        if (named.size() == 1) {
          cursor.next();
          return plain(named.get(0).value());
        }
      }
    }
    return plain(expressions.any());
  }

  private static Typed plain(Typed value) {
    if (!value.reach().equals(Typed.Reach.COLUMN)) {
      throw new NotShared("it groups by an aggregate or a literal");
    }
    return value;
  }
}
