package org.galton.balance;

import java.util.Arrays;

/**
 * Pairs of states with a move between them, either way or both, each once, sorted by first, then
 * second; first is below second.
 */
public final class MovePairs {
  private final MoveKernel kernel;
  private final int[] first;
  private final int[] second;
  private final int[] forward;
  private final int[] backward;

  private MovePairs(MoveKernel kernel, int[] first, int[] second, int[] forward, int[] backward) {
    this.kernel = kernel;
    this.first = first;
    this.second = second;
    this.forward = forward;
    this.backward = backward;
  }

  /** In time and space proportional to the moves. */
  public static MovePairs of(MoveKernel kernel) {
    int states = kernel.states().size();
    int[] rows = kernel.rows();
    int[] columns = new int[states + 1];
    for (int move = 0; move < kernel.moves(); move++) {
      columns[kernel.target(move) + 1]++;
    }
    for (int state = 0; state < states; state++) {
      columns[state + 1] += columns[state];
    }
    int[] entering = new int[kernel.moves()];
    int[] filled = columns.clone();
    for (int move = 0; move < kernel.moves(); move++) {
      entering[filled[kernel.target(move)]++] = move;
    }
    int[] first = new int[kernel.moves()];
    int[] second = new int[kernel.moves()];
    int[] forward = new int[kernel.moves()];
    int[] backward = new int[kernel.moves()];
    int pairs = 0;
    for (int state = 0; state < states; state++) {
      int out = rows[state];
      int in = columns[state];
      while (out < rows[state + 1] || in < columns[state + 1]) {
        int to = out < rows[state + 1] ? kernel.target(out) : Integer.MAX_VALUE;
        int from = in < columns[state + 1] ? kernel.source(entering[in]) : Integer.MAX_VALUE;
        int other = Math.min(to, from);
        if (other > state) {
          first[pairs] = state;
          second[pairs] = other;
          forward[pairs] = to == other ? out : -1;
          backward[pairs++] = from == other ? entering[in] : -1;
        }
        out += to == other ? 1 : 0;
        in += from == other ? 1 : 0;
      }
    }
    return new MovePairs(
        kernel,
        Arrays.copyOf(first, pairs),
        Arrays.copyOf(second, pairs),
        Arrays.copyOf(forward, pairs),
        Arrays.copyOf(backward, pairs));
  }

  public int size() {
    return first.length;
  }

  public int first(int pair) {
    return first[pair];
  }

  public int second(int pair) {
    return second[pair];
  }

  public boolean bothWays(int pair) {
    return forward[pair] >= 0 && backward[pair] >= 0;
  }

  /** The move from first to second, negative where there is none. */
  public int forward(int pair) {
    return forward[pair];
  }

  /** The move from second to first, negative where there is none. */
  public int backward(int pair) {
    return backward[pair];
  }

  /** ln T(first→second), negative infinity without such a move. */
  public double logForward(int pair) {
    return log(forward[pair]);
  }

  /** ln T(second→first), negative infinity without such a move. */
  public double logBackward(int pair) {
    return log(backward[pair]);
  }

  private double log(int move) {
    return move < 0 ? Double.NEGATIVE_INFINITY : kernel.logProbability(move);
  }
}
