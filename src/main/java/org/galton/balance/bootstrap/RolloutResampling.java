package org.galton.balance.bootstrap;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.galton.balance.CountedMoves;
import org.galton.balance.TransitionCounts;
import org.galton.numerics.PortableStream;

/** Whole walks are independent, their steps are not: as many walks are drawn, with replacement. */
final class RolloutResampling implements Resampling {

  /** A walk by the numbers of moves and states of all walks together. */
  private record Walk(int[] moves, long[] counts, int[] states, long[] stays, long[] attempts) {}

  private final TransitionCounts all;
  private final List<Walk> walks;

  RolloutResampling(List<TransitionCounts> rollouts) {
    TransitionCounts.Builder sum = TransitionCounts.builder();
    rollouts.forEach(sum::addAll);
    all = sum.build();
    Map<String, Integer> places = new HashMap<>();
    for (int state = 0; state < all.states().size(); state++) {
      places.put(all.states().get(state), state);
    }
    long[] keys =
        IntStream.range(0, all.moves())
            .mapToLong(move -> CountedMoves.key(all.source(move), all.target(move)))
            .toArray();
    walks = rollouts.stream().map(rollout -> walk(rollout, places, keys)).toList();
  }

  private static Walk walk(TransitionCounts rollout, Map<String, Integer> places, long[] keys) {
    int states = rollout.states().size();
    int[] numbers = rollout.states().stream().mapToInt(places::get).toArray();
    int[] moves = new int[rollout.moves()];
    long[] counts = new long[moves.length];
    for (int move = 0; move < moves.length; move++) {
      long key = CountedMoves.key(numbers[rollout.source(move)], numbers[rollout.target(move)]);
      moves[move] = Arrays.binarySearch(keys, key);
      counts[move] = rollout.count(move);
    }
    return new Walk(
        moves,
        counts,
        numbers,
        IntStream.range(0, states).mapToLong(rollout::stays).toArray(),
        IntStream.range(0, states).mapToLong(rollout::attempts).toArray());
  }

  /** The counts of all walks. */
  TransitionCounts all() {
    return all;
  }

  @Override
  public TransitionCounts draw(PortableStream random) {
    long[] moves = new long[all.moves()];
    long[] stays = new long[all.states().size()];
    long[] attempts = new long[all.states().size()];
    for (int i = 0; i < walks.size(); i++) {
      Walk walk = walks.get(random.below(walks.size()));
      for (int move = 0; move < walk.moves().length; move++) {
        moves[walk.moves()[move]] += walk.counts()[move];
      }
      for (int state = 0; state < walk.states().length; state++) {
        stays[walk.states()[state]] += walk.stays()[state];
        attempts[walk.states()[state]] += walk.attempts()[state];
      }
    }
    return all.with(moves, stays, attempts);
  }
}
