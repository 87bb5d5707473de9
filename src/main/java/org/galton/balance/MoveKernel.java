package org.galton.balance;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.galton.numerics.Expect;

/**
 * Probabilities T(f→g) of moving from a state to another within a step, as a sparse matrix without
 * its diagonal. What a row lacks to 1 is the probability of staying or escaping. Immutable.
 *
 * <p>Logarithms are kept beside the probabilities: a vote on rare moves makes some that no double
 * holds. States are numbered in the order of their names; moves are sorted by source, then target.
 */
public final class MoveKernel implements Serializable {
  private static final long serialVersionUID = 1;

  /** Probabilities read from decimals add up to 1 within this. */
  private static final double ROUNDING = 1e-9;

  private final List<String> states;
  private final int[] sources;
  private final int[] targets;
  private final double[] probabilities;
  private final double[] logs;

  /** Takes the arrays over; moves are sorted by source, then target. */
  MoveKernel(
      List<String> states, int[] sources, int[] targets, double[] probabilities, double[] logs) {
    this.states = List.copyOf(states);
    this.sources = sources;
    this.targets = targets;
    this.probabilities = probabilities;
    this.logs = logs;
  }

  /** For probabilities that are known. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * From arrays, which are copied.
   *
   * @param states by number
   * @param sources of moves, ascending
   * @param targets ascending for one source, none twice, none the source
   * @param probabilities in (0, 1], those of one source at most 1 together
   * @throws IllegalArgumentException naming the move or state that is not so
   */
  public static MoveKernel ofSorted(
      List<String> states, int[] sources, int[] targets, double[] probabilities) {
    double sum = 0;
    for (int move = 0; move < probabilities.length; move++) {
      boolean continued = move > 0 && sources[move] == sources[move - 1];
      boolean ascending =
          move == 0
              || sources[move] > sources[move - 1]
              || (continued && targets[move] > targets[move - 1]);
      if (!ascending || sources[move] == targets[move]) {
        throw new IllegalArgumentException(
            ("Invalid move %d, from %d to %d: expected moves between two states each, sorted by"
                    + " source, then target, none twice")
                .formatted(move, sources[move], targets[move]));
      }
      sum = probabilities[move] + (continued ? sum : 0);
      if (!(probabilities[move] > 0) || !(sum <= 1 + ROUNDING)) {
        throw new IllegalArgumentException(
            "Invalid probability %s of %s to %s: expected more than 0, and at most 1 in all from it"
                .formatted(
                    probabilities[move], states.get(sources[move]), states.get(targets[move])));
      }
    }
    return new MoveKernel(
        states,
        sources.clone(),
        targets.clone(),
        probabilities.clone(),
        Arrays.stream(probabilities).map(Math::log).toArray());
  }

  /** The same moves between the same states, with other probabilities. */
  public MoveKernel with(double[] otherProbabilities, double[] otherLogs) {
    return new MoveKernel(states, sources, targets, otherProbabilities, otherLogs);
  }

  public List<String> states() {
    return states;
  }

  public int moves() {
    return probabilities.length;
  }

  public int source(int move) {
    return sources[move];
  }

  public int target(int move) {
    return targets[move];
  }

  /** T(f→g) in (0, 1]; 0 where it is less than the least double. */
  public double probability(int move) {
    return probabilities[move];
  }

  /** ln T(f→g), finite. */
  public double logProbability(int move) {
    return logs[move];
  }

  /** Mean over states of the probability to move; 0 without states. */
  public double acceptance() {
    return states.isEmpty() ? 0 : Arrays.stream(probabilities).sum() / states.size();
  }

  /** First move out of each state, and the number of moves. */
  int[] rows() {
    int[] rows = new int[states.size() + 1];
    for (int source : sources) {
      rows[source + 1]++;
    }
    for (int state = 0; state < states.size(); state++) {
      rows[state + 1] += rows[state];
    }
    return rows;
  }

  /** Collects probabilities; those of one pair add up. Not for several threads. */
  public static final class Builder {
    private final TreeMap<String, TreeMap<String, Double>> rows = new TreeMap<>();
    private final TreeSet<String> names = new TreeSet<>();

    private Builder() {}

    /** A state, also if no move touches it. */
    public Builder state(String name) {
      names.add(name);
      return this;
    }

    /**
     * The probability of a step from a state to another, or to itself.
     *
     * @throws IllegalArgumentException if it is not in [0, 1]
     */
    public Builder add(String source, String target, double probability) {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException(
            "Invalid probability %s of %s to %s: expected 0 to 1"
                .formatted(probability, source, target));
      }
      names.add(source);
      names.add(target);
      if (probability > 0) {
        rows.computeIfAbsent(source, name -> new TreeMap<>())
            .merge(target, probability, Double::sum);
      }
      return this;
    }

    /**
     * @throws IllegalArgumentException naming a state whose probabilities add up to more than 1
     */
    public MoveKernel build() {
      List<String> states = List.copyOf(names);
      Map<String, Integer> places = new HashMap<>();
      for (int i = 0; i < states.size(); i++) {
        places.put(states.get(i), i);
      }
      int[] sources = new int[rows.values().stream().mapToInt(Map::size).sum()];
      int[] targets = new int[sources.length];
      double[] probabilities = new double[sources.length];
      int moves = 0;
      for (Map.Entry<String, TreeMap<String, Double>> row : rows.entrySet()) {
        double sum = 0;
        for (Map.Entry<String, Double> step : row.getValue().entrySet()) {
          sum += step.getValue();
          if (!step.getKey().equals(row.getKey())) {
            sources[moves] = places.get(row.getKey());
            targets[moves] = places.get(step.getKey());
            probabilities[moves++] = Math.min(1, step.getValue());
          }
        }
        Expect.that(
            sum <= 1 + ROUNDING,
            "sum of probabilities from state '" + row.getKey() + "'",
            sum,
            "at most 1");
      }
      double[] kept = Arrays.copyOf(probabilities, moves);
      return new MoveKernel(
          states,
          Arrays.copyOf(sources, moves),
          Arrays.copyOf(targets, moves),
          kept,
          Arrays.stream(kept).map(Math::log).toArray());
    }
  }
}
