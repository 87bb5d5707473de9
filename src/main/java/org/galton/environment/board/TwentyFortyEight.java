package org.galton.environment.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.environment.Difficulty;
import org.galton.environment.Effect;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.galton.environment.World;
import org.galton.numerics.SplitMix64;

/**
 * 2048 on 4 x 4 cells: a tile of 64, or of 512, in 50 moves. After a move a 2 (nine times in ten)
 * or a 4 comes to a free cell, by the seed and the number of moves. A board that cannot move is
 * lost.
 *
 * <p>512 in 50 moves is out of reach: tiles sum to at most 4 (2 + 50) = 208. The size is GEM's.
 */
public final class TwentyFortyEight implements Environment {
  private static final int SIZE = 4;

  private final Difficulty difficulty;
  private final int target;

  public TwentyFortyEight(Difficulty difficulty) {
    this.difficulty = difficulty;
    this.target = difficulty.choose(64, 512);
  }

  @Override
  public String id() {
    return difficulty.of("2048");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("target", Integer.toString(target));
  }

  @Override
  public int turnLimit() {
    return 50;
  }

  @Override
  public String task() {
    return "Tiles on a board of 4 x 4 cells slide all in one direction; two equal ones that meet become one of their sum. After each move a 2 or a 4 appears. Make a tile of %d. Your answer is a direction: %s."
        .formatted(target, Direction.EXPECTED);
  }

  @Override
  public World start(long seed) {
    int[] tiles = new int[SIZE * SIZE];
    appear(tiles, seed, 0);
    appear(tiles, seed, 1);
    return new Board(seed, 0, tiles);
  }

  private static void appear(int[] tiles, long seed, int count) {
    SplitMix64 chance = new SplitMix64(SplitMix64.at(seed, count));
    int free = (int) Arrays.stream(tiles).filter(tile -> tile == 0).count();
    int place = chance.nextInt(free);
    int tile = chance.nextInt(10) == 0 ? 4 : 2;
    for (int cell = 0; cell < tiles.length; cell++) {
      if (tiles[cell] == 0 && place-- == 0) {
        tiles[cell] = tile;
      }
    }
  }

  /** Moves that change the board. */
  @Override
  public List<String> actions(String marks) {
    int[] tiles = tiles(marks);
    List<String> moves = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      if (!Arrays.equals(slid(tiles, direction), tiles)) {
        moves.add(direction.word());
      }
    }
    return moves;
  }

  /** The move that leaves most free cells; where two do, that of the higher tiles in a corner. */
  @Override
  public Policy solver() {
    return (marks, chance) -> {
      int[] tiles = tiles(marks);
      return Arrays.stream(Direction.values())
          .filter(direction -> !Arrays.equals(slid(tiles, direction), tiles))
          .max(Comparator.comparingLong(direction -> worth(slid(tiles, direction), 2)))
          .orElseThrow()
          .word();
    };
  }

  /** Free cells first, after the best of some further moves without new tiles. */
  private static long worth(int[] tiles, int further) {
    long own = 0;
    for (int cell = 0; cell < tiles.length; cell++) {
      own += tiles[cell] == 0 ? 1000 : (long) tiles[cell] * (cell / SIZE + cell % SIZE);
    }
    long best = own;
    if (further > 0) {
      for (Direction direction : Direction.values()) {
        int[] next = slid(tiles, direction);
        if (!Arrays.equals(next, tiles)) {
          best = Math.max(best, worth(next, further - 1));
        }
      }
    }
    return best + own;
  }

  /** Exponents of two as letters, a for 2; points for free cells. */
  private static int[] tiles(String marks) {
    return marks.chars().map(mark -> mark == '.' ? 0 : 2 << (mark - 'a')).toArray();
  }

  /** The board after a slide, before a tile appears. */
  static int[] slid(int[] tiles, Direction direction) {
    int[] next = new int[tiles.length];
    for (int line = 0; line < SIZE; line++) {
      int to = 0;
      int open = 0;
      for (int step = 0; step < SIZE; step++) {
        int tile = tiles[cell(direction, line, step)];
        if (tile != 0 && tile == open) {
          next[cell(direction, line, to - 1)] = 2 * tile;
          open = 0;
        } else if (tile != 0) {
          next[cell(direction, line, to++)] = tile;
          open = tile;
        }
      }
    }
    return next;
  }

  /** The cells of a line, from where its tiles come to rest. */
  private static int cell(Direction direction, int line, int step) {
    return switch (direction) {
      case UP -> step * SIZE + line;
      case DOWN -> (SIZE - 1 - step) * SIZE + line;
      case LEFT -> line * SIZE + step;
      case RIGHT -> line * SIZE + SIZE - 1 - step;
    };
  }

  private final class Board implements World {
    private final long seed;
    private final int moves;
    private final int[] tiles;

    Board(long seed, int moves, int[] tiles) {
      this.seed = seed;
      this.moves = moves;
      this.tiles = tiles;
    }

    @Override
    public String text() {
      return Grid.text(SIZE, cell -> Grid.padded(3, tiles[cell], "."));
    }

    @Override
    public String marks() {
      StringBuilder marks = new StringBuilder();
      for (int tile : tiles) {
        marks.append(tile == 0 ? '.' : (char) ('a' + Integer.numberOfTrailingZeros(tile) - 1));
      }
      return marks.toString();
    }

    @Override
    public Effect after(String action) {
      Optional<Direction> direction = Direction.of(action);
      if (direction.isEmpty()) {
        return new Effect.Misread(Direction.EXPECTED);
      }
      int[] next = slid(tiles, direction.get());
      if (Arrays.equals(next, tiles)) {
        return new Effect.Refused("Nothing can slide %s.".formatted(direction.get().word()));
      }
      boolean made = Arrays.stream(next).anyMatch(tile -> tile >= target);
      appear(next, seed, moves + 2);
      Board board = new Board(seed, moves + 1, next);
      if (made) {
        return Effect.won(board);
      }
      return actions(board.marks()).isEmpty() ? Effect.lost(board) : Effect.on(board);
    }
  }
}
