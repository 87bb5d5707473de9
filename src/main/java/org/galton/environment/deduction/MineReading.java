package org.galton.environment.deduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** What a board of mines tells by its revealed cells. */
final class MineReading {
  private final int size;
  private final int mines;
  private final String board;

  /** Among {@code cells} there are {@code mines}. */
  private record Rule(BitSet cells, int mines) {}

  MineReading(int size, int mines, String board) {
    this.size = size;
    this.mines = mines;
    this.board = board;
  }

  static int[] neighbours(int size, int cell) {
    int[] found = new int[8];
    int count = 0;
    for (int row = cell / size - 1; row <= cell / size + 1; row++) {
      for (int column = cell % size - 1; column <= cell % size + 1; column++) {
        int other = row * size + column;
        if (row >= 0 && row < size && column >= 0 && column < size && other != cell) {
          found[count++] = other;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  private boolean isHidden(int cell) {
    return board.charAt(cell) == '.';
  }

  int safest() {
    List<Rule> rules = rules();
    int best = -1;
    double least = 2;
    int hidden = (int) board.chars().filter(c -> c == '.').count();
    for (int cell = 0; cell < board.length(); cell++) {
      if (isHidden(cell)) {
        double risk = risk(cell, rules, (double) mines / hidden);
        if (risk < least) {
          least = risk;
          best = cell;
        }
      }
    }
    return best;
  }

  private static double risk(int cell, List<Rule> rules, double otherwise) {
    double worst = -1;
    for (Rule rule : rules) {
      if (rule.cells().get(cell)) {
        double share = (double) rule.mines() / rule.cells().cardinality();
        if (share == 0) {
          return 0;
        }
        worst = Math.max(worst, share);
      }
    }
    return worst < 0 ? otherwise : worst;
  }

  /** Those of single cells, and what is left of one that holds another. */
  private List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (int cell = 0; cell < board.length(); cell++) {
      if (!isHidden(cell)) {
        BitSet around = new BitSet();
        for (int neighbour : neighbours(size, cell)) {
          if (isHidden(neighbour)) {
            around.set(neighbour);
          }
        }
        if (!around.isEmpty()) {
          rules.add(new Rule(around, board.charAt(cell) - '0'));
        }
      }
    }
    List<Rule> all = new ArrayList<>(rules);
    for (Rule outer : rules) {
      for (Rule inner : rules) {
        BitSet rest = (BitSet) outer.cells().clone();
        rest.andNot(inner.cells());
        BitSet shared = (BitSet) inner.cells().clone();
        shared.andNot(outer.cells());
        if (shared.isEmpty() && !rest.isEmpty()) {
          all.add(new Rule(rest, outer.mines() - inner.mines()));
        }
      }
    }
    return all;
  }
}
