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
 * 2 boxes on 6 x 6 cells in 20 steps, or 4 on 8 x 8 in 50: each is to be pushed onto a goal. Levels
 * are made backwards, by 18 or 45 steps, so they can be solved in as many.
 */
public final class Sokoban implements Environment {
  private static final int MOST_STATES = 400_000;

  private final Difficulty difficulty;
  private final int size;
  private final int boxes;

  public Sokoban(Difficulty difficulty) {
    this.difficulty = difficulty;
    this.size = difficulty.choose(6, 8);
    this.boxes = difficulty.choose(2, 4);
  }

  @Override
  public String id() {
    return difficulty.of("sokoban");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("cells", size + " x " + size, "boxes", Integer.toString(boxes));
  }

  @Override
  public int turnLimit() {
    return difficulty.choose(20, 50);
  }

  @Override
  public String task() {
    return "Push every box onto a goal. You walk up, down, left or right, and push a box that stands before you if the cell behind it is free; you cannot pull. # is a wall, _ the floor, @ you, $ a box, . a goal, * a box on a goal, + you on a goal. Your answer is a direction: %s."
        .formatted(Direction.EXPECTED);
  }

  @Override
  public World start(long seed) {
    return new Level(
        SokobanLevel.drawn(size, boxes, difficulty.choose(18, 45), new SplitMix64(seed)));
  }

  /** Steps that nothing stands in the way of. */
  @Override
  public List<String> actions(String marks) {
    SokobanLevel level = SokobanLevel.read(size, marks);
    List<String> steps = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      if (level.moved(direction).isPresent()) {
        steps.add(direction.word());
      }
    }
    // Walled in by boxes and walls: any step is refused.
    return steps.isEmpty() ? List.of(Direction.UP.word()) : steps;
  }

  /** The way of fewest steps; a random one where a search of 400,000 states finds none. */
  @Override
  public Policy solver() {
    return (marks, chance) ->
        SokobanSearch.solve(SokobanLevel.read(size, marks), MOST_STATES)
            .map(way -> way.get(0).word())
            .orElseGet(() -> random().action(marks, chance));
  }

  private record Level(SokobanLevel level) implements World {
    @Override
    public String text() {
      String marks = level.marks();
      return Grid.text(level.size(), cell -> marks.substring(cell, cell + 1));
    }

    @Override
    public String marks() {
      return level.marks();
    }

    @Override
    public Effect after(String action) {
      Optional<Direction> direction = Direction.of(action);
      if (direction.isEmpty()) {
        return new Effect.Misread(Direction.EXPECTED);
      }
      Optional<SokobanLevel> next = level.moved(direction.get());
      if (next.isEmpty()) {
        return new Effect.Refused(
            "You cannot go %s: something stands in the way.".formatted(direction.get().word()));
      }
      Level world = new Level(next.get());
      return next.get().isSolved() ? Effect.won(world) : Effect.on(world);
    }
  }
}
