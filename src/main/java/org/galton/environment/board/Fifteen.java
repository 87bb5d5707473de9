package org.galton.environment.board;

import java.util.ArrayList;
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
 * Sliding tiles on 2 x 2 cells in 10 moves, or on 4 x 4 in 50: into their order, the gap last. The
 * start is 1 to 11, or 28, random moves away from it, none of them taking back the one before: of 2
 * x 2 cells each of the 11 other positions that can be solved, in at most 6 moves, is as likely; of
 * 4 x 4 it takes at most 28.
 */
public final class Fifteen implements Environment {
  private final Difficulty difficulty;
  private final int size;
  private final int shuffles;

  public Fifteen(Difficulty difficulty) {
    this.difficulty = difficulty;
    this.size = difficulty.choose(2, 4);
    this.shuffles = difficulty.choose(11, 28);
  }

  @Override
  public String id() {
    return difficulty.of("fifteen");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("cells", size + " x " + size);
  }

  @Override
  public int turnLimit() {
    return difficulty.choose(10, 50);
  }

  @Override
  public String task() {
    return "Tiles 1 to %d and a gap lie on a board of %d x %d cells. Slide tiles until they stand in order, row by row, the gap last. Your answer is the direction in which a tile slides into the gap: %s."
        .formatted(size * size - 1, size, size, Direction.EXPECTED);
  }

  @Override
  public World start(long seed) {
    SplitMix64 chance = new SplitMix64(seed);
    String goal = SlidingSearch.goal(size);
    String tiles = goal;
    while (tiles.equals(goal)) {
      Direction before = null;
      int moves = size == 2 ? 1 + chance.nextInt(shuffles) : shuffles;
      for (int move = 0; move < moves; move++) {
        Direction next;
        Optional<String> slid;
        do {
          next = Direction.values()[chance.nextInt(4)];
          slid = before == next.back() ? Optional.empty() : SlidingSearch.slid(tiles, size, next);
        } while (slid.isEmpty());
        tiles = slid.get();
        before = next;
      }
    }
    return new Tiles(tiles);
  }

  /** Moves that the rules allow. */
  @Override
  public List<String> actions(String marks) {
    List<String> moves = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      if (SlidingSearch.slid(marks, size, direction).isPresent()) {
        moves.add(direction.word());
      }
    }
    return moves;
  }

  /** A shortest way. */
  @Override
  public Policy solver() {
    return (marks, chance) -> new SlidingSearch(size).first(marks).word();
  }

  private final class Tiles implements World {
    private final String tiles;

    Tiles(String tiles) {
      this.tiles = tiles;
    }

    @Override
    public String text() {
      return Grid.text(
          size, cell -> Grid.padded(size > 3 ? 2 : 1, SlidingSearch.number(tiles, cell), "."));
    }

    /** Tiles as letters, a for 1; a point for the gap. */
    @Override
    public String marks() {
      return tiles;
    }

    @Override
    public Effect after(String action) {
      Optional<Direction> direction = Direction.of(action);
      if (direction.isEmpty()) {
        return new Effect.Misread(Direction.EXPECTED);
      }
      Optional<String> next = SlidingSearch.slid(tiles, size, direction.get());
      if (next.isEmpty()) {
        return new Effect.Refused("No tile can slide %s.".formatted(direction.get().word()));
      }
      Tiles world = new Tiles(next.get());
      return next.get().equals(SlidingSearch.goal(size)) ? Effect.won(world) : Effect.on(world);
    }
  }
}
