package org.galton.balance;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.galton.numerics.Expect;

/**
 * Steps of an agent, counted. A step from a state ends in another state (a move), in the same one
 * (a stay) or in nothing usable (an escape); attempts A(f) are all steps from f. Immutable.
 *
 * <p>States are numbered in the order of their names; moves are sorted by source, then target.
 */
public final class TransitionCounts implements Serializable {
  private static final long serialVersionUID = 1;

  private final List<String> states;
  private final int[] sources;
  private final int[] targets;
  private final long[] counts;
  private final long[] stays;
  private final long[] attempts;

  private TransitionCounts(
      List<String> states,
      int[] sources,
      int[] targets,
      long[] counts,
      long[] stays,
      long[] attempts) {
    this.states = states;
    this.sources = sources;
    this.targets = targets;
    this.counts = counts;
    this.stays = stays;
    this.attempts = attempts;
  }

  public static Builder builder() {
    return new Builder();
  }

  public List<String> states() {
    return states;
  }

  /** Distinct moves: ordered pairs of different states seen at least once. */
  public int moves() {
    return counts.length;
  }

  public int source(int move) {
    return sources[move];
  }

  public int target(int move) {
    return targets[move];
  }

  /** N(f→g), at least 1. */
  public long count(int move) {
    return counts[move];
  }

  public long stays(int state) {
    return stays[state];
  }

  /** A(f), with stays and escapes. */
  public long attempts(int state) {
    return attempts[state];
  }

  /**
   * Other counts of the same states and moves, as a resampling gives them; moves without any are
   * left out. Takes the arrays of stays and attempts over.
   */
  public TransitionCounts with(long[] otherCounts, long[] otherStays, long[] otherAttempts) {
    int[] seen = IntStream.range(0, moves()).filter(move -> otherCounts[move] > 0).toArray();
    return new TransitionCounts(
        states,
        Arrays.stream(seen).map(move -> sources[move]).toArray(),
        Arrays.stream(seen).map(move -> targets[move]).toArray(),
        Arrays.stream(seen).mapToLong(move -> otherCounts[move]).toArray(),
        otherStays,
        otherAttempts);
  }

  /** Without some of the states; a step to one of these is a step that ended in no state. */
  TransitionCounts keeping(boolean[] kept) {
    int[] numbers = new int[kept.length];
    int[] places = new int[kept.length];
    int size = 0;
    for (int state = 0; state < kept.length; state++) {
      numbers[state] = size;
      if (kept[state]) {
        places[size++] = state;
      }
    }
    int[] inside =
        IntStream.range(0, moves())
            .filter(move -> kept[sources[move]] && kept[targets[move]])
            .toArray();
    return new TransitionCounts(
        Arrays.stream(places, 0, size).mapToObj(states::get).toList(),
        Arrays.stream(inside).map(move -> numbers[sources[move]]).toArray(),
        Arrays.stream(inside).map(move -> numbers[targets[move]]).toArray(),
        Arrays.stream(inside).mapToLong(move -> counts[move]).toArray(),
        Arrays.stream(places, 0, size).mapToLong(state -> stays[state]).toArray(),
        Arrays.stream(places, 0, size).mapToLong(state -> attempts[state]).toArray());
  }

  /** Collects counts; those of one pair add up. Not for several threads. */
  public static final class Builder {
    private final TreeMap<String, TreeMap<String, Long>> steps = new TreeMap<>();
    private final Map<String, Long> escaped = new HashMap<>();
    private final Map<String, Long> attempts = new HashMap<>();

    private Builder() {}

    /**
     * Steps from a state to another, or to itself.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public Builder add(String source, String target, long count) {
      if (count < 0) {
        throw new IllegalArgumentException(
            "Invalid count %d of %s to %s: expected 0 or more".formatted(count, source, target));
      }
      if (count > 0) {
        steps
            .computeIfAbsent(source, name -> new TreeMap<>())
            .merge(target, count, (one, other) -> sum(one, other, source));
      }
      return this;
    }

    /** Steps that ended in no state. */
    public Builder addEscapes(String source, long count) {
      Expect.that(count >= 0, "count of escapes from " + source, count, "0 or more");
      escaped.merge(source, count, (one, other) -> sum(one, other, source));
      return this;
    }

    /** All steps from a state; those that were not added one by one are escapes. */
    public Builder attempts(String state, long count) {
      Expect.that(count >= 0, "attempts of state '" + state + "'", count, "0 or more");
      attempts.merge(state, count, (one, other) -> sum(one, other, state));
      return this;
    }

    /** All steps of other counts. */
    public Builder addAll(TransitionCounts other) {
      long[] escapes = other.attempts.clone();
      for (int move = 0; move < other.moves(); move++) {
        String target = other.states.get(other.targets[move]);
        add(other.states.get(other.sources[move]), target, other.counts[move]);
        escapes[other.sources[move]] -= other.counts[move];
      }
      for (int state = 0; state < escapes.length; state++) {
        String name = other.states.get(state);
        add(name, name, other.stays[state]);
        addEscapes(name, escapes[state] - other.stays[state]);
      }
      return this;
    }

    /**
     * @throws IllegalArgumentException naming a state with fewer attempts than steps, or with more
     *     than can be counted
     */
    public TransitionCounts build() {
      TreeSet<String> names = new TreeSet<>(steps.keySet());
      steps.values().forEach(row -> names.addAll(row.keySet()));
      names.addAll(escaped.keySet());
      names.addAll(attempts.keySet());
      List<String> states = List.copyOf(names);
      Map<String, Integer> places = new HashMap<>();
      for (int i = 0; i < states.size(); i++) {
        places.put(states.get(i), i);
      }
      long[] stays = new long[states.size()];
      long[] all = new long[states.size()];
      int moves = 0;
      for (Map.Entry<String, TreeMap<String, Long>> row : steps.entrySet()) {
        moves += row.getValue().size() - (row.getValue().containsKey(row.getKey()) ? 1 : 0);
      }
      int[] sources = new int[moves];
      int[] targets = new int[moves];
      long[] counts = new long[moves];
      int move = 0;
      for (Map.Entry<String, TreeMap<String, Long>> row : steps.entrySet()) {
        int source = places.get(row.getKey());
        for (Map.Entry<String, Long> step : row.getValue().entrySet()) {
          int target = places.get(step.getKey());
          all[source] = sum(all[source], step.getValue(), row.getKey());
          if (source == target) {
            stays[source] = step.getValue();
          } else {
            sources[move] = source;
            targets[move] = target;
            counts[move++] = step.getValue();
          }
        }
      }
      escaped.forEach(
          (state, count) -> {
            int place = places.get(state);
            all[place] = sum(all[place], count, state);
          });
      attempts.forEach(
          (state, given) -> {
            int place = places.get(state);
            Expect.that(
                given >= all[place],
                "attempts of state '" + state + "'",
                given,
                "at least the %d steps that were counted from it".formatted(all[place]));
            all[place] = given;
          });
      // No sum of these counts, over pairs or states, is then too large.
      long total = 0;
      for (int state = 0; state < all.length; state++) {
        total = sum(total, all[state], states.get(state));
      }
      return new TransitionCounts(states, sources, targets, counts, stays, all);
    }

    private static long sum(long one, long other, String state) {
      try {
        return Math.addExact(one, other);
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException(
            "Invalid sum of steps, with those from state '%s' %s: expected at most %d in all"
                .formatted(
                    state, BigInteger.valueOf(one).add(BigInteger.valueOf(other)), Long.MAX_VALUE),
            e);
      }
    }
  }
}
