package org.galton.environment.deduction;

import java.util.ArrayList;
import java.util.Arrays;
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
 * 5 mines on 5 x 5 cells in 25 turns, or 12 on 8 x 8 in 64: all other cells are to be revealed. The
 * first cell is never a mine; a cell without mines around it reveals its neighbours.
 */
public final class Minesweeper implements Environment {
  private static final Pattern CELL = Pattern.compile("\\(?([0-9]{1,4})[ ,]+([0-9]{1,4})\\)?");
  private static final char HIDDEN = '.';

  private final Difficulty difficulty;
  private final int size;
  private final int mines;

  public Minesweeper(Difficulty difficulty) {
    this.difficulty = difficulty;
    this.size = difficulty.choose(5, 8);
    this.mines = difficulty.choose(5, 12);
  }

  @Override
  public String id() {
    return difficulty.of("minesweeper");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("cells", size + " x " + size, "mines", Integer.toString(mines));
  }

  @Override
  public int turnLimit() {
    return difficulty.choose(25, 64);
  }

  @Override
  public String task() {
    return "%d mines lie hidden on a board of %d rows and %d columns. Reveal all other cells; a mine ends the game. A revealed cell shows how many of its up to eight neighbours are mines. Your answer is a row and a column, counted from 1, such as 2 3."
        .formatted(mines, size, size);
  }

  @Override
  public World start(long seed) {
    char[] shown = new char[size * size];
    Arrays.fill(shown, HIDDEN);
    return new Board(seed, new boolean[0], shown);
  }

  @Override
  public List<String> actions(String marks) {
    List<String> hidden = new ArrayList<>();
    for (int cell = 0; cell < size * size; cell++) {
      if (marks.charAt(cell) == HIDDEN) {
        hidden.add(name(cell));
      }
    }
    return hidden;
  }

  private String name(int cell) {
    return (cell / size + 1) + " " + (cell % size + 1);
  }

  /**
   * A cell that cannot be a mine by what one revealed cell, or two of them together, tell; else the
   * one that the worst of its neighbours makes least likely one.
   */
  @Override
  public Policy solver() {
    return (marks, chance) -> name(new MineReading(size, mines, marks).safest());
  }

  int[] neighbours(int cell) {
    return MineReading.neighbours(size, cell);
  }

  private final class Board implements World {
    private final long seed;
    private final boolean[] mined;
    private final char[] shown;

    /**
     * @param mined empty before the first cell
     */
    Board(long seed, boolean[] mined, char[] shown) {
      this.seed = seed;
      this.mined = mined;
      this.shown = shown;
    }

    @Override
    public String text() {
      StringBuilder text = new StringBuilder();
      for (int row = 0; row < size; row++) {
        for (int column = 0; column < size; column++) {
          text.append(shown[row * size + column]).append(column + 1 < size ? " " : "");
        }
        text.append(row + 1 < size ? "\n" : "");
      }
      return text.toString();
    }

    @Override
    public String marks() {
      return new String(shown);
    }

    @Override
    public Effect after(String action) {
      Matcher named = CELL.matcher(action);
      if (!named.matches()) {
        return new Effect.Misread("a row and a column, such as 2 3");
      }
      int row = Integer.parseInt(named.group(1)) - 1;
      int column = Integer.parseInt(named.group(2)) - 1;
      if (row < 0 || row >= size || column < 0 || column >= size) {
        return new Effect.Refused("%s is not on the board.".formatted(action));
      }
      int cell = row * size + column;
      if (shown[cell] != HIDDEN) {
        return new Effect.Refused("%s is revealed already.".formatted(action));
      }
      boolean[] laid = mined.length == 0 ? laid(cell) : mined;
      char[] next = shown.clone();
      if (laid[cell]) {
        next[cell] = '*';
        return Effect.lost(new Board(seed, laid, next));
      }
      reveal(cell, laid, next);
      Board board = new Board(seed, laid, next);
      long hidden = new String(next).chars().filter(c -> c == HIDDEN).count();
      return hidden == mines ? Effect.won(board) : Effect.on(board);
    }

    private boolean[] laid(int first) {
      SplitMix64 chance = new SplitMix64(seed);
      boolean[] laid = new boolean[size * size];
      int left = mines;
      while (left > 0) {
        int cell = chance.nextInt(laid.length);
        if (cell != first && !laid[cell]) {
          laid[cell] = true;
          left--;
        }
      }
      return laid;
    }

    private void reveal(int cell, boolean[] laid, char[] next) {
      int around = 0;
      for (int neighbour : neighbours(cell)) {
        around += laid[neighbour] ? 1 : 0;
      }
      next[cell] = (char) ('0' + around);
      if (around == 0) {
        for (int neighbour : neighbours(cell)) {
          if (next[neighbour] == HIDDEN) {
            reveal(neighbour, laid, next);
          }
        }
      }
    }
  }
}
