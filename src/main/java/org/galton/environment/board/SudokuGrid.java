package org.galton.environment.board;

import org.galton.numerics.SplitMix64;

/** Digits on a square of boxes, 0 for none. Its search takes the cell with fewest choices first. */
final class SudokuGrid {
  private final int box;
  private final int size;
  private final int[] digits;
  // Bit d of a row, a column or a box is set where digit d stands in it.
  private final int[] rows;
  private final int[] columns;
  private final int[] boxes;

  SudokuGrid(int box, int[] given) {
    this.box = box;
    this.size = box * box;
    this.digits = new int[size * size];
    this.rows = new int[size];
    this.columns = new int[size];
    this.boxes = new int[size];
    for (int cell = 0; cell < given.length; cell++) {
      if (given[cell] != 0) {
        put(cell, given[cell]);
      }
    }
  }

  /** A full board: the cyclic one with its digits, rows and columns in random order. */
  static int[] full(int box, SplitMix64 chance) {
    int size = box * box;
    int[] names = shuffled(size, chance);
    int[] rows = lines(box, chance);
    int[] columns = lines(box, chance);
    int[] digits = new int[size * size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int from = rows[row];
        int shift = from % box * box + from / box;
        digits[row * size + column] = 1 + names[(shift + columns[column]) % size];
      }
    }
    return digits;
  }

  /** Lines stay in the company of their box. */
  private static int[] lines(int box, SplitMix64 chance) {
    int[] lines = new int[box * box];
    int at = 0;
    for (int band : shuffled(box, chance)) {
      for (int line : shuffled(box, chance)) {
        lines[at++] = band * box + line;
      }
    }
    return lines;
  }

  /** 0 to length - 1 in random order. */
  static int[] shuffled(int length, SplitMix64 chance) {
    int[] order = new int[length];
    for (int i = 0; i < length; i++) {
      int j = chance.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private int boxOf(int cell) {
    return cell / size / box * box + cell % size / box;
  }

  private int taken(int cell) {
    return rows[cell / size] | columns[cell % size] | boxes[boxOf(cell)];
  }

  /** Whether a digit stands nowhere in the row, the column and the box of a cell. */
  boolean allows(int cell, int digit) {
    return (taken(cell) & (1 << digit)) == 0;
  }

  private void put(int cell, int digit) {
    digits[cell] = digit;
    flip(cell, digit);
  }

  private void flip(int cell, int digit) {
    rows[cell / size] ^= 1 << digit;
    columns[cell % size] ^= 1 << digit;
    boxes[boxOf(cell)] ^= 1 << digit;
  }

  /** How many ways there are to fill it, counted up to {@code most}. */
  int solutions(int most) {
    int cell = tightest();
    if (cell < 0) {
      return 1;
    }
    int found = 0;
    for (int digit = 1; digit <= size && found < most; digit++) {
      if (allows(cell, digit)) {
        put(cell, digit);
        found += solutions(most - found);
        flip(cell, digit);
        digits[cell] = 0;
      }
    }
    return found;
  }

  /**
   * A way to fill it.
   *
   * @throws IllegalStateException when there is none
   */
  int[] solution() {
    if (!fill()) {
      throw new IllegalStateException("Cannot fill the board: there is no way");
    }
    return digits.clone();
  }

  private boolean fill() {
    int cell = tightest();
    if (cell < 0) {
      return true;
    }
    for (int digit = 1; digit <= size; digit++) {
      if (allows(cell, digit)) {
        put(cell, digit);
        if (fill()) {
          return true;
        }
        flip(cell, digit);
        digits[cell] = 0;
      }
    }
    return false;
  }

  /** The empty cell with fewest choices; -1 on a full board. */
  private int tightest() {
    int best = -1;
    int most = -1;
    for (int cell = 0; cell < digits.length; cell++) {
      if (digits[cell] == 0) {
        int taken = Integer.bitCount(taken(cell));
        if (taken > most) {
          most = taken;
          best = cell;
        }
      }
    }
    return best;
  }
}
