package org.galton.sql.shared;

/** Reads what follows an expression of an ORDER BY. Without a word NULL is the smallest value. */
final class Direction {
  private Direction() {}

  static String next(Cursor cursor) {
    boolean down = cursor.accept("desc");
    if (!down) {
      cursor.accept("asc");
    }
    boolean first = !down;
    if (cursor.accept("nulls")) {
      first = cursor.accept("first");
      if (!first) {
        cursor.expect("last");
      }
    }
    return (down ? " DESC" : " ASC") + (first ? " NULLS FIRST" : " NULLS LAST");
  }
}
