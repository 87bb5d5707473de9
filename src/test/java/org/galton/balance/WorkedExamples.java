package org.galton.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Counts and kernels whose landscapes are known. */
public final class WorkedExamples {

  private WorkedExamples() {}

  /** Five words around one hub; 20,000 attempts in all. */
  public static TransitionCounts words() {
    return TransitionCounts.builder()
        .add("ATT", "PER", 66)
        .add("ATT", "PRO", 20)
        .add("PER", "ATT", 3879)
        .add("PRO", "ATT", 3558)
        .add("TUR", "ATT", 4122)
        .add("BUZ", "ATT", 3859)
        .add("BUZ", "TUR", 238)
        .build();
  }

  public static TransitionCounts empty() {
    return TransitionCounts.builder().build();
  }

  /** In detailed balance, to the last count: V = (0, ln 2, ln 6). */
  public static TransitionCounts balanced() {
    return triangle(1000, new long[] {100, 200}, new long[] {50, 150}, new long[] {30, 180});
  }

  /** A loop with an affinity of ln 0.5. */
  public static TransitionCounts violated() {
    return triangle(1000, new long[] {300, 100}, new long[] {200, 100}, new long[] {240, 20});
  }

  /** A loop that is walked one way only. */
  public static TransitionCounts oneWayCycle() {
    return triangle(100, new long[] {40, 0}, new long[] {20, 0}, new long[] {0, 10});
  }

  /** Pairs ab, bc and ac, each forward and backward. */
  private static TransitionCounts triangle(long attempts, long[] ab, long[] bc, long[] ac) {
    return TransitionCounts.builder()
        .add("a", "b", ab[0])
        .add("b", "a", ab[1])
        .add("b", "c", bc[0])
        .add("c", "b", bc[1])
        .add("a", "c", ac[0])
        .add("c", "a", ac[1])
        .attempts("a", attempts)
        .attempts("b", attempts)
        .attempts("c", attempts)
        .build();
  }

  /** T(i→i+1) = 0.1 e^(d/2), T(i→i-1) = 0.1 e^(-d/2). */
  public static MoveKernel drivenRing(int states, double drive) {
    MoveKernel.Builder ring = MoveKernel.builder();
    for (int i = 0; i < states; i++) {
      ring.add(name(i), name((i + 1) % states), 0.1 * Math.exp(drive / 2));
      ring.add(name((i + 1) % states), name(i), 0.1 * Math.exp(-drive / 2));
    }
    return ring.build();
  }

  static String name(int state) {
    return String.format("s%06d", state);
  }

  /** A kernel and the potential it was made of, by state. */
  public record Made(MoveKernel kernel, double[] potential) {}

  /**
   * Log-weights symmetric up to noise on a ring with chords.
   *
   * @param chords of each state, beside the ring
   * @param range of the potential, nats
   * @param noise half range of what each direction's ln T is off by
   */
  public static Made reversible(int states, int chords, double range, double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] potential = random.doubles(states).map(u -> range * (u - 0.5)).toArray();
    TreeSet<List<Integer>> pairs =
        new TreeSet<>(
            (a, b) -> a.get(0).equals(b.get(0)) ? a.get(1) - b.get(1) : a.get(0) - b.get(0));
    for (int i = 0; i < states; i++) {
      for (int chord = 0; chord <= chords; chord++) {
        int other = chord == 0 ? (i + 1) % states : random.nextInt(states);
        if (other != i) {
          pairs.add(List.of(Math.min(i, other), Math.max(i, other)));
        }
      }
    }
    List<LogMove> moves = new ArrayList<>();
    for (List<Integer> pair : pairs) {
      double weight = -range - 5 + 3 * random.nextDouble();
      double fall = potential[pair.get(0)] - potential[pair.get(1)];
      double forward = weight + fall / 2 + noise * (2 * random.nextDouble() - 1);
      double backward = weight - fall / 2 + noise * (2 * random.nextDouble() - 1);
      moves.add(new LogMove(pair.get(0), pair.get(1), forward));
      moves.add(new LogMove(pair.get(1), pair.get(0), backward));
    }
    return new Made(LogMove.kernel(states, moves), potential);
  }
}
