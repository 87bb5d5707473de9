package org.galton.environment.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.environment.Difficulty;
import org.galton.environment.Effect;
import org.galton.environment.Environment;
import org.galton.environment.Policy;
import org.galton.environment.World;

/**
 * A tower of 3 disks in 10 moves, or of 5 in 35: from peg A to peg C, never a larger disk on a
 * smaller one. It takes 2^n - 1 moves: 7, or 31. All seeds begin alike.
 */
public final class Hanoi implements Environment {
  private static final Pattern MOVE = Pattern.compile("([ABC])[ ,>-]*([ABC])");
  private static final List<Character> PEGS = List.of('A', 'B', 'C');

  private final Difficulty difficulty;
  private final int disks;

  public Hanoi(Difficulty difficulty) {
    this.difficulty = difficulty;
    this.disks = difficulty.choose(3, 5);
  }

  @Override
  public String id() {
    return difficulty.of("hanoi");
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("disks", Integer.toString(disks));
  }

  @Override
  public int turnLimit() {
    return difficulty.choose(10, 35);
  }

  @Override
  public String task() {
    return "A tower of %d disks stands on peg A, the smallest (1) on top. Move it to peg C: one disk at a time, the top one of a peg, and never on a smaller one. Your answer is two pegs, from and to, such as A C."
        .formatted(disks);
  }

  @Override
  public World start(long seed) {
    return new Towers("A".repeat(disks));
  }

  /** Moves that the rules allow. */
  @Override
  public List<String> actions(String marks) {
    List<String> moves = new ArrayList<>();
    for (char from : PEGS) {
      for (char to : PEGS) {
        int disk = marks.indexOf(from);
        if (disk >= 0 && from != to && !isCovered(marks, disk, to)) {
          moves.add(from + " " + to);
        }
      }
    }
    return moves;
  }

  /** Whether a smaller disk than this lies on a peg. */
  private static boolean isCovered(String pegs, int disk, char peg) {
    int top = pegs.indexOf(peg);
    return top >= 0 && top < disk;
  }

  /** The shortest way from anywhere. */
  @Override
  public Policy solver() {
    return (marks, chance) -> next(marks, disks - 1, 'C');
  }

  /** The next move that brings this disk and all smaller ones to a peg. */
  private static String next(String pegs, int disk, char goal) {
    char peg = pegs.charAt(disk);
    if (peg == goal) {
      return next(pegs, disk - 1, goal);
    }
    char third = (char) ('A' + 'B' + 'C' - peg - goal);
    boolean free = pegs.substring(0, disk).chars().allMatch(smaller -> smaller == third);
    return free ? peg + " " + goal : next(pegs, disk - 1, third);
  }

  /**
   * A world.
   *
   * @param pegs of each disk, the smallest first: its marks
   */
  private record Towers(String pegs) implements World {
    @Override
    public String text() {
      StringBuilder text = new StringBuilder();
      for (char peg : PEGS) {
        text.append(peg).append(':');
        for (int disk = pegs.length() - 1; disk >= 0; disk--) {
          text.append(pegs.charAt(disk) == peg ? " " + (disk + 1) : "");
        }
        text.append(peg == 'C' ? "" : "\n");
      }
      return text.toString();
    }

    @Override
    public String marks() {
      return pegs;
    }

    @Override
    public Effect after(String action) {
      Matcher move = MOVE.matcher(action.toUpperCase(Locale.ROOT));
      if (!move.matches()) {
        return new Effect.Misread("two pegs, such as A C");
      }
      char from = move.group(1).charAt(0);
      char to = move.group(2).charAt(0);
      int disk = pegs.indexOf(from);
      if (disk < 0 || from == to) {
        return new Effect.Refused("No disk moves from %s to %s.".formatted(from, to));
      }
      if (isCovered(pegs, disk, to)) {
        return new Effect.Refused("Disk %d may not lie on a smaller one.".formatted(disk + 1));
      }
      Towers next = new Towers(pegs.substring(0, disk) + to + pegs.substring(disk + 1));
      return next.pegs.chars().allMatch(peg -> peg == 'C') ? Effect.won(next) : Effect.on(next);
    }
  }
}
