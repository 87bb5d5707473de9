package org.galton.balance.test;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.galton.balance.Components;
import org.galton.balance.EstimatedKernel;
import org.galton.balance.KernelEstimation;
import org.galton.balance.TransitionCounts;

/**
 * States and the pairs of them between which moves were counted, with the counts of both ways.
 * Pairs are sorted by their lower state, then by the higher one; so are the neighbours of a state.
 */
final class PairGraph {
  final int states;

  /** The lower state of each pair, and the higher one. */
  final int[] low;

  final int[] high;

  /** Moves from the lower state to the higher one, and back. */
  final long[] up;

  final long[] down;

  private final int[] offsets;
  private final int[] neighbours;
  private final int[] pairs;

  private PairGraph(int states, int[] low, int[] high, long[] up, long[] down) {
    this.states = states;
    this.low = low;
    this.high = high;
    this.up = up;
    this.down = down;
    offsets = new int[states + 1];
    for (int pair = 0; pair < low.length; pair++) {
      offsets[low[pair] + 1]++;
      offsets[high[pair] + 1]++;
    }
    Arrays.parallelPrefix(offsets, Integer::sum);
    neighbours = new int[2 * low.length];
    pairs = new int[2 * low.length];
    int[] free = offsets.clone();
    for (int pair = 0; pair < low.length; pair++) {
      link(free[low[pair]]++, high[pair], pair);
      link(free[high[pair]]++, low[pair], pair);
    }
  }

  private void link(int place, int neighbour, int pair) {
    neighbours[place] = neighbour;
    pairs[place] = pair;
  }

  /**
   * Pairs with moves at least one way, inside a strongly connected component. No other pair can lie
   * on a loop that leads anywhere but forward.
   */
  static PairGraph returnable(TransitionCounts counts) {
    EstimatedKernel estimated = KernelEstimation.withDefaults().withMinN0(0).of(counts);
    Components components = Components.of(estimated.kernel());
    int[] component = new int[counts.states().size()];
    // States without attempts are not in the kernel: each is a component of its own, and no pair
    // joins two of them.
    Arrays.fill(component, -1);
    for (int state = 0; state < estimated.kernel().states().size(); state++) {
      component[estimated.place(state)] = components.of(state);
    }
    return all(counts).where((low, high, up, down) -> component[low] == component[high]);
  }

  /** Pairs with this many moves or more each way. */
  static PairGraph twoWay(TransitionCounts counts, long least) {
    return all(counts).where((low, high, up, down) -> Math.min(up, down) >= least);
  }

  /** Pairs with moves at least one way. */
  private static PairGraph all(TransitionCounts counts) {
    int states = counts.states().size();
    long[] keys =
        IntStream.range(0, counts.moves())
            .mapToLong(
                move -> {
                  long source = counts.source(move);
                  long target = counts.target(move);
                  return Math.min(source, target) * states + Math.max(source, target);
                })
            .sorted()
            .distinct()
            .toArray();
    int[] low = new int[keys.length];
    int[] high = new int[keys.length];
    for (int pair = 0; pair < keys.length; pair++) {
      low[pair] = (int) (keys[pair] / states);
      high[pair] = (int) (keys[pair] % states);
    }
    long[] up = new long[keys.length];
    long[] down = new long[keys.length];
    for (int move = 0; move < counts.moves(); move++) {
      long source = counts.source(move);
      long target = counts.target(move);
      long key = Math.min(source, target) * states + Math.max(source, target);
      (source < target ? up : down)[Arrays.binarySearch(keys, key)] = counts.count(move);
    }
    return new PairGraph(states, low, high, up, down);
  }

  private interface PairTest {
    boolean holds(int low, int high, long up, long down);
  }

  private PairGraph where(PairTest test) {
    IntPredicate kept = pair -> test.holds(low[pair], high[pair], up[pair], down[pair]);
    int[] chosen = IntStream.range(0, pairs()).filter(kept).toArray();
    return new PairGraph(
        states,
        Arrays.stream(chosen).map(pair -> low[pair]).toArray(),
        Arrays.stream(chosen).map(pair -> high[pair]).toArray(),
        Arrays.stream(chosen).mapToLong(pair -> up[pair]).toArray(),
        Arrays.stream(chosen).mapToLong(pair -> down[pair]).toArray());
  }

  int pairs() {
    return low.length;
  }

  /** Moves of a pair, both ways together. */
  long total(int pair) {
    return up[pair] + down[pair];
  }

  int degree(int state) {
    return offsets[state + 1] - offsets[state];
  }

  int neighbour(int state, int place) {
    return neighbours[offsets[state] + place];
  }

  /** The pair of a state and its neighbour. */
  int pair(int state, int place) {
    return pairs[offsets[state] + place];
  }

  /** The pair of two states, or -1. */
  int pairOf(int one, int other) {
    int place = Arrays.binarySearch(neighbours, offsets[one], offsets[one + 1], other);
    return place < 0 ? -1 : pairs[place];
  }

  /** A step over a pair: the pair itself from this state on if it is the lower one, else ~pair. */
  int step(int pair, int from) {
    return low[pair] == from ? pair : ~pair;
  }
}
