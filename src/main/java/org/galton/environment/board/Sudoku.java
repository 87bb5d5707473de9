package org.galton.environment.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.environment.Difficulty;
import org.galton.environment.Effect;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.galton.environment.World;
import org.galton.numerics.SplitMix64;

/**
 * 4 x 4 cells with 10 clues in 15 turns, or 9 x 9 with 50 in 50: no digit twice in a row, a column
 * or a box. There is one solution. A digit that breaks a rule is refused; one of the player's own
 * can be written over.
 */
public final class Sudoku implements Environment {
  private static final Pattern MOVE =
      Pattern.compile("\\(?([0-9]{1,4})[ ,]+([0-9]{1,4})[ ,]+([0-9]{1,4})\\)?");

  private final Difficulty difficulty;
  private final int box;
  private final int size;
  private final int clues;

  public Sudoku(Difficulty difficulty) {
    this.difficulty = difficulty;
    this.box = difficulty.choose(2, 3);
    this.size = box * box;
    this.clues = difficulty.choose(10, 50);
  }

  @Override
  public String id() {
    return difficulty.of("sudoku");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("cells", size + " x " + size, "clues", Integer.toString(clues));
  }

  @Override
  public int turnLimit() {
    return difficulty.choose(15, 50);
  }

  @Override
  public String task() {
    return "Fill the board of %1$d x %1$d cells with digits from 1 to %1$d, none twice in a row, a column or one of the boxes of %2$d x %2$d cells. Your answer is a row, a column and a digit, counted from 1, such as 2 3 1."
        .formatted(size, box);
  }

  @Override
  public World start(long seed) {
    SplitMix64 chance = new SplitMix64(seed);
    int[] digits = SudokuGrid.full(box, chance);
    int left = digits.length;
    for (int cell : SudokuGrid.shuffled(digits.length, chance)) {
      if (left > clues) {
        int kept = digits[cell];
        digits[cell] = 0;
        if (new SudokuGrid(box, digits).solutions(2) == 1) {
          left--;
        } else {
          digits[cell] = kept;
        }
      }
    }
    return new Board(digits, new boolean[digits.length]);
  }

  /** A digit in an empty cell, where no rule forbids it yet. */
  @Override
  public List<String> actions(String marks) {
    int[] digits = digits(marks);
    SudokuGrid grid = new SudokuGrid(box, digits);
    List<String> actions = new ArrayList<>();
    for (int cell = 0; cell < digits.length; cell++) {
      for (int digit = 1; digit <= size; digit++) {
        if (digits[cell] == 0 && grid.allows(cell, digit)) {
          actions.add(name(cell, digit));
        }
      }
    }
    // Own digits may have closed every cell: then one of them is written over.
    return actions.isEmpty() ? List.of(name(0, 1)) : actions;
  }

  private String name(int cell, int digit) {
    return (cell / size + 1) + " " + (cell % size + 1) + " " + digit;
  }

  /** The next empty cell of the solution that goes on from here. */
  @Override
  public Policy solver() {
    return (marks, chance) -> {
      int[] digits = digits(marks);
      int[] solved = new SudokuGrid(box, digits).solution();
      for (int cell = 0; cell < digits.length; cell++) {
        if (digits[cell] == 0) {
          return name(cell, solved[cell]);
        }
      }
      throw new IllegalStateException("Cannot go on: the board is full");
    };
  }

  /** Clues are digits, own ones letters (a for 1), empty cells points. */
  private static int[] digits(String marks) {
    return marks
        .chars()
        .map(mark -> mark == '.' ? 0 : mark >= 'a' ? mark - 'a' + 1 : mark - '0')
        .toArray();
  }

  private final class Board implements World {
    private final int[] digits;
    private final boolean[] own;

    Board(int[] digits, boolean[] own) {
      this.digits = digits;
      this.own = own;
    }

    @Override
    public String text() {
      return Grid.text(size, cell -> digits[cell] == 0 ? "." : Integer.toString(digits[cell]));
    }

    @Override
    public String marks() {
      StringBuilder marks = new StringBuilder();
      for (int cell = 0; cell < digits.length; cell++) {
        marks.append(
            (char)
                (digits[cell] == 0
                    ? '.'
                    : own[cell] ? 'a' + digits[cell] - 1 : '0' + digits[cell]));
      }
      return marks.toString();
    }

    @Override
    public Effect after(String action) {
      Matcher move = MOVE.matcher(action);
      if (!move.matches()) {
        return new Effect.Misread("a row, a column and a digit, such as 2 3 1");
      }
      int row = Integer.parseInt(move.group(1)) - 1;
      int column = Integer.parseInt(move.group(2)) - 1;
      int digit = Integer.parseInt(move.group(3));
      if (row < 0 || row >= size || column < 0 || column >= size || digit < 1 || digit > size) {
        return new Effect.Refused("%s is not on the board.".formatted(action));
      }
      int cell = row * size + column;
      if (digits[cell] != 0 && !own[cell]) {
        return new Effect.Refused("That cell holds a clue.");
      }
      int[] next = digits.clone();
      next[cell] = 0;
      if (!new SudokuGrid(box, next).allows(cell, digit)) {
        return new Effect.Refused("%d stands in that row, column or box already.".formatted(digit));
      }
      next[cell] = digit;
      boolean[] nowOwn = own.clone();
      nowOwn[cell] = true;
      Board board = new Board(next, nowOwn);
      for (int filled : next) {
        if (filled == 0) {
          return Effect.on(board);
        }
      }
      return Effect.won(board);
    }
  }
}
