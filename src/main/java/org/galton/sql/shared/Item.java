package org.galton.sql.shared;

import java.util.List;
import java.util.Set;

/** What a SELECT selects, by the name of its column. */
record Item(Typed value, String name) {
  private static final Set<String> AFTER_A_NAME =
      Set.of(",", ")", ";", "asc", "desc", "nulls", "limit", "order", "having");

  /** Whether a name stands here by itself. */
  static boolean isName(Cursor cursor) {
    Token next = cursor.peek(1);
    return cursor.peek().isWord()
        && (next.kind() == Token.Kind.END || AFTER_A_NAME.stream().anyMatch(next::is));
  }

  static List<Item> named(List<Item> items, String name) {
    return items.stream().filter(item -> item.name().equals(name)).toList();
  }

  /** By its number, from 1. */
  static Item at(List<Item> items, String number) {
    int place = number.length() > 5 ? 0 : Integer.parseInt(number);
    if (place < 1 || place > items.size()) {
      throw new NotShared("it names a column by a number that none has");
    }
    return items.get(place - 1);
  }
}
