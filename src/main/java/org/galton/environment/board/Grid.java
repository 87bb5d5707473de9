package org.galton.environment.board;

import java.util.function.IntFunction;

/** Square boards as text. */
final class Grid {
  private Grid() {}

  /** A line a row, cells with blanks between them. */
  static String text(int size, IntFunction<String> cell) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size * size; i++) {
      text.append(cell.apply(i));
      if (i + 1 < size * size) {
        text.append(i % size == size - 1 ? '\n' : ' ');
      }
    }
    return text.toString();
  }

  static String padded(int width, int number, String none) {
    String text = number == 0 ? none : Integer.toString(number);
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
