package org.galton.balance;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Moves and their counts, sorted by source, then target. */
public record CountedMoves(int[] sources, int[] targets, long[] counts) {

  static CountedMoves of(TransitionCounts counts) {
    int moves = counts.moves();
    return new CountedMoves(
        IntStream.range(0, moves).map(counts::source).toArray(),
        IntStream.range(0, moves).map(counts::target).toArray(),
        IntStream.range(0, moves).mapToLong(counts::count).toArray());
  }

  int size() {
    return counts.length;
  }

  /** With the way back of each move, counted 0 times where it was not seen. */
  CountedMoves closed() {
    long[] keys = new long[2 * size()];
    for (int move = 0; move < size(); move++) {
      keys[2 * move] = key(sources[move], targets[move]);
      keys[2 * move + 1] = key(targets[move], sources[move]);
    }
    keys = Arrays.stream(keys).sorted().distinct().toArray();
    int[] from = new int[keys.length];
    int[] to = new int[keys.length];
    long[] numbers = new long[keys.length];
    int move = 0;
    for (int i = 0; i < keys.length; i++) {
      from[i] = (int) (keys[i] >>> 32);
      to[i] = (int) keys[i];
      if (move < size() && key(sources[move], targets[move]) == keys[i]) {
        numbers[i] = counts[move++];
      }
    }
    return new CountedMoves(from, to, numbers);
  }

  public static long key(int source, int target) {
    return (long) source << 32 | target;
  }
}
