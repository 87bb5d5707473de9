package org.galton.statistics.regression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.galton.numerics.Vectors;

/** The last moves of a descent, from which the next direction follows: L-BFGS' two loops. */
final class LimitedMemory {
  private static final int MOVES = 10;

  private record Move(double[] step, double[] change, double curvature) {}

  private final Deque<Move> moves = new ArrayDeque<>();

  /** A move that bends the wrong way says nothing. */
  void add(double[] step, double[] change) {
    double curvature = Vectors.dot(step, change);
    if (curvature > 0) {
      moves.addLast(new Move(step, change, curvature));
      if (moves.size() > MOVES) {
        moves.removeFirst();
      }
    }
  }

  /** Downhill. */
  double[] direction(double[] gradient) {
    double[] found = gradient.clone();
    double[] shares = new double[moves.size()];
    int at = moves.size();
    for (Iterator<Move> back = moves.descendingIterator(); back.hasNext(); ) {
      Move move = back.next();
      at--;
      shares[at] = Vectors.dot(move.step(), found) / move.curvature();
      add(found, move.change(), -shares[at]);
    }
    double scale =
        moves.isEmpty()
            ? 1
            : moves.getLast().curvature()
                / Vectors.dot(moves.getLast().change(), moves.getLast().change());
    for (int j = 0; j < found.length; j++) {
      found[j] *= scale;
    }
    for (Move move : moves) {
      double share = Vectors.dot(move.change(), found) / move.curvature();
      add(found, move.step(), shares[at] - share);
      at++;
    }
    for (int j = 0; j < found.length; j++) {
      found[j] = -found[j];
    }
    return found;
  }

  private static void add(double[] to, double[] other, double times) {
    for (int j = 0; j < to.length; j++) {
      to[j] += times * other[j];
    }
  }
}
