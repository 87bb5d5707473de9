package org.galton.sql.shared;

import java.util.ArrayList;
import java.util.List;
import org.galton.sql.shared.Token.Kind;

/** Reads an ORDER BY. A name is a column of the result before it is one of the tables. */
final class Ordering {
  private final Cursor cursor;
  private final Expressions expressions;
  private final List<Item> items;
  private final boolean distinct;

  Ordering(Cursor cursor, Expressions expressions, List<Item> items, boolean distinct) {
    this.cursor = cursor;
    this.expressions = expressions;
    this.items = items;
    this.distinct = distinct;
  }

  String read() {
    List<String> parts = new ArrayList<>();
    if (cursor.accept("all")) {
      String direction = Direction.next(cursor);
      for (int i = 1; i <= items.size(); i++) {
        items.get(i - 1).value().expectOrdered();
        parts.add(i + direction);
      }
    } else {
      do {
        parts.add(one() + Direction.next(cursor));
      } while (cursor.accept(","));
    }
    return " ORDER BY " + String.join(", ", parts);
  }

  private String one() {
    if (cursor.peek().kind() == Kind.WHOLE) {
      return placed(Item.at(items, cursor.next().text()));
    }
    if (Item.isName(cursor)) {
      List<Item> named = Item.named(items, cursor.peek().text());
      if (named.size() > 1) {
        throw new NotShared("it calls two columns " + cursor.peek().text());
      }
      if (named.size() == 1) {
        cursor.next();
        return placed(named.get(0));
      }
    }
    Typed value = expressions.any().expectOrdered();
    for (Item item : items) {
      if (item.value().sql().equals(value.sql())) {
        return placed(item);
      }
    }
    if (distinct || (!value.reach().columns() && !value.reach().aggregates())) {
      throw new NotShared("it orders by what it does not select");
    }
    return value.sql();
  }

  private String placed(Item item) {
    item.value().expectOrdered();
    return String.valueOf(items.indexOf(item) + 1);
  }
}
