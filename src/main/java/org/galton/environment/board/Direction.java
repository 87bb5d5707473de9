package org.galton.environment.board;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where something moves on a board. */
enum Direction {
  UP(-1, 0),
  DOWN(1, 0),
  LEFT(0, -1),
  RIGHT(0, 1);

  /** How they are written. */
  static final List<String> WORDS = Arrays.stream(values()).map(Direction::word).toList();

  static final String EXPECTED = "up, down, left or right";

  private final int rows;
  private final int columns;

  Direction(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Direction> of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> one.word().equals(lower)).findFirst();
  }

  Direction back() {
    return switch (this) {
      case UP -> DOWN;
      case DOWN -> UP;
      case LEFT -> RIGHT;
      case RIGHT -> LEFT;
    };
  }

  /** The next cell of a square board; -1 beyond its edge. */
  int from(int cell, int size) {
    int row = cell / size + rows;
    int column = cell % size + columns;
    return row < 0 || row >= size || column < 0 || column >= size ? -1 : row * size + column;
  }
}
