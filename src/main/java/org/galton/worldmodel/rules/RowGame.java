package org.galton.worldmodel.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.GameState;

/**
 * Two players put marks on a board in turns; who first has enough of them in a row, column or
 * diagonal wins.
 *
 * @param rows of the board
 * @param length marks in a row that win
 * @param drops whether a mark falls to the lowest free cell of its column; otherwise a cell is
 *     chosen
 */
public record RowGame(String id, int rows, int columns, int length, boolean drops) implements Game {
  private static final String FREE = ".";
  private static final List<String> MARKS = List.of("X", "O");

  public static RowGame ticTacToe() {
    return new RowGame("tic-tac-toe", 3, 3, 3, false);
  }

  /** The generalised game: four in a row on six by six cells. */
  public static RowGame fourOnSix() {
    return new RowGame("four-on-six", 6, 6, 4, false);
  }

  public static RowGame connectFour() {
    return new RowGame("connect-four", 6, 7, 4, true);
  }

  @Override
  public String rules() {
    return """
        Two players, 0 and 1, put marks on a board of %d rows and %d columns in turn: player 0 an X, \
        player 1 an O. %s Who first has %d marks in a row, column or diagonal wins 1, and the other \
        loses 1. A full board without that is a draw.
        An observation is the board row by row, a dot for a free cell."""
        .formatted(
            rows,
            columns,
            drops
                ? "An action is the number of a column, from 0 at the left; the mark falls to its"
                    + " lowest free cell."
                : "An action is the number of a free cell, from 0, row by row.",
            length);
  }

  @Override
  public int players() {
    return 2;
  }

  @Override
  public boolean hides() {
    return false;
  }

  @Override
  public double stake() {
    return 1;
  }

  @Override
  public GameState start() {
    return new State(Collections.nCopies(rows * columns, FREE), 0, List.of(0L, 0L));
  }

  private final class State implements GameState {
    private final List<String> cells;
    private final int player;
    private final List<Long> rewards;

    State(List<String> cells, int player, List<Long> rewards) {
      this.cells = cells;
      this.player = player;
      this.rewards = rewards;
    }

    @Override
    public int player() {
      return player;
    }

    @Override
    public List<String> legal() {
      List<String> legal = new ArrayList<>();
      if (!over()) {
        // In a game with drops a column is free while its highest cell is.
        for (int cell = 0; cell < (drops ? columns : cells.size()); cell++) {
          if (cells.get(cell).equals(FREE)) {
            legal.add(String.valueOf(cell));
          }
        }
      }
      return legal;
    }

    @Override
    public GameState after(String action) {
      if (!legal().contains(action)) {
        throw new IllegalArgumentException("Illegal action '%s'".formatted(action));
      }
      int cell = Integer.parseInt(action);
      while (drops && cell + columns < cells.size() && cells.get(cell + columns).equals(FREE)) {
        cell += columns;
      }
      List<String> next = new ArrayList<>(cells);
      next.set(cell, MARKS.get(player));
      if (wins(next, cell)) {
        return new State(next, OVER, player == 0 ? List.of(1L, -1L) : List.of(-1L, 1L));
      }
      return new State(next, next.contains(FREE) ? 1 - player : OVER, rewards);
    }

    private boolean wins(List<String> board, int cell) {
      return run(board, cell, 0, 1)
          || run(board, cell, 1, 0)
          || run(board, cell, 1, 1)
          || run(board, cell, 1, -1);
    }

    private boolean run(List<String> board, int cell, int down, int right) {
      return 1 + count(board, cell, down, right) + count(board, cell, -down, -right) >= length;
    }

    private int count(List<String> board, int cell, int down, int right) {
      int row = cell / columns + down;
      int column = cell % columns + right;
      int count = 0;
      while (row >= 0
          && row < rows
          && column >= 0
          && column < columns
          && board.get(row * columns + column).equals(board.get(cell))) {
        count++;
        row += down;
        column += right;
      }
      return count;
    }

    @Override
    public List<String> observations() {
      String board = String.join("", cells);
      return List.of(board, board);
    }

    @Override
    public List<Long> rewards() {
      return rewards;
    }

    @Override
    public Object value() {
      return Map.of("board", cells, "player", (long) player, "rewards", rewards);
    }
  }
}
