package org.galton.information;

import java.util.ArrayList;
import java.util.List;

/**
 * The couplings of two sources with a target that keep what the target shares with each: the cells
 * that may be above 0, and the exchanges between four of them that change no margin.
 *
 * <p>Each exchange moves mass from (a, b0) and (a0, b) to (a, b) and (a0, b0) within one letter of
 * the target, where a0 and b0 are its most frequent letters. Together they span all changes.
 */
final class ExchangeSpace {
  static final int[] SIGNS = {1, -1, -1, 1};

  private final List<int[]> exchanges = new ArrayList<>();
  private final List<Integer> pairs = new ArrayList<>();
  private final List<Double> start = new ArrayList<>();

  ExchangeSpace(JointTable table) {
    JointTable first = table.grouped(new int[] {0}, new int[] {2});
    JointTable second = table.grouped(new int[] {1}, new int[] {2});
    double[] target = table.marginal(2);
    for (int t = 0; t < target.length; t++) {
      if (target[t] > 0) {
        addLetter(letters(first, t), letters(second, t), target[t], table.size(1));
      }
    }
  }

  /** A source's letter and its probability together with a letter of the target. */
  private record Share(int letter, double probability) {}

  /** Those above 0, the largest first. */
  private static List<Share> letters(JointTable source, int t) {
    List<Share> found = new ArrayList<>();
    for (int s = 0; s < source.size(0); s++) {
      if (source.at(s, t) > 0) {
        found.add(new Share(s, source.at(s, t)));
      }
    }
    found.sort((one, other) -> Double.compare(other.probability(), one.probability()));
    return found;
  }

  private void addLetter(List<Share> rows, List<Share> columns, double total, int width) {
    int base = start.size();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        pairs.add(rows.get(i).letter() * width + columns.get(j).letter());
        start.add(rows.get(i).probability() * columns.get(j).probability() / total);
        if (i > 0 && j > 0) {
          int row = base + i * columns.size();
          exchanges.add(new int[] {row + j, row, base + j, base});
        }
      }
    }
  }

  /** Sources independent given the target. */
  double[] start() {
    return start.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Of each cell, the letters of both sources as one number. */
  int[] pairs() {
    return pairs.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Of each exchange, the four cells in the order of {@link #SIGNS}. */
  int[][] exchanges() {
    return exchanges.toArray(int[][]::new);
  }
}
