package org.galton.balance;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.galton.numerics.Expect;

/**
 * Estimates T(f→g) = min(1, N(f→g) / N0(f)) from counted steps, where N0 follows an {@link
 * AttemptRule}. States with N0 at or below a threshold are dropped, with their moves, before
 * anything else is computed; N0 itself counts the steps to them. Stays are attempts, never moves.
 *
 * <p>No smoothing by default. A pseudo-count is added both ways to pairs of kept states seen at
 * least once either way, and to no other: a complete graph would make one component of everything
 * and invent its potentials. It makes the log ratio of a one-way pair finite, and draws all toward
 * 0. N0 stays that of the recorded steps.
 */
public final class KernelEstimation {
  private final AttemptRule rule;
  private final OptionalLong totalAttempts;
  private final double minN0;
  private final double pseudo;

  private KernelEstimation(
      AttemptRule rule, OptionalLong totalAttempts, double minN0, double pseudo) {
    this.rule = rule;
    this.totalAttempts = totalAttempts;
    this.minN0 = minN0;
    this.pseudo = pseudo;
  }

  /** By attempts, states with more than one kept, unsmoothed. */
  public static KernelEstimation withDefaults() {
    return new KernelEstimation(AttemptRule.ATTEMPTS, OptionalLong.empty(), 1, 0);
  }

  public KernelEstimation with(AttemptRule other) {
    return new KernelEstimation(other, totalAttempts, minN0, pseudo);
  }

  /** All attempts, where the counts miss some; only {@link AttemptRule#UNIFORM} uses it. */
  public KernelEstimation withTotalAttempts(long total) {
    Expect.that(total > 0, "total attempts", total, "1 or more");
    return new KernelEstimation(rule, OptionalLong.of(total), minN0, pseudo);
  }

  /** Keeps states with N0 above it. */
  public KernelEstimation withMinN0(double threshold) {
    Expect.that(threshold >= 0 && Double.isFinite(threshold), "min_n0", threshold, "0 or more");
    return new KernelEstimation(rule, totalAttempts, threshold, pseudo);
  }

  public KernelEstimation withPseudo(double count) {
    Expect.that(count >= 0 && Double.isFinite(count), "pseudo", count, "0 or more");
    return new KernelEstimation(rule, totalAttempts, minN0, count);
  }

  public EstimatedKernel of(TransitionCounts given) {
    double[] n0 = n0(given);
    boolean[] kept = new boolean[n0.length];
    for (int state = 0; state < n0.length; state++) {
      kept[state] = n0[state] > minN0;
    }
    int[] places = IntStream.range(0, n0.length).filter(state -> kept[state]).toArray();
    double[] divisors = Arrays.stream(places).mapToDouble(state -> n0[state]).toArray();
    TransitionCounts counts = given.keeping(kept);
    CountedMoves moves = pseudo > 0 ? CountedMoves.of(counts).closed() : CountedMoves.of(counts);
    double[] logs = new double[moves.size()];
    double[] probabilities = new double[moves.size()];
    int capped = 0;
    for (int move = 0; move < logs.length; move++) {
      double count = moves.counts()[move] + pseudo;
      double divisor = divisors[moves.sources()[move]];
      capped += count > divisor ? 1 : 0;
      probabilities[move] = Math.min(1, count / divisor);
      logs[move] = Math.min(0, Math.log(count) - Math.log(divisor));
    }
    return new EstimatedKernel(
        new MoveKernel(counts.states(), moves.sources(), moves.targets(), probabilities, logs),
        rule,
        given,
        counts,
        places,
        divisors,
        moves.counts(),
        IntStream.range(0, n0.length)
            .filter(state -> !kept[state])
            .mapToObj(given.states()::get)
            .toList(),
        capped,
        pseudo);
  }

  private double[] n0(TransitionCounts counts) {
    double[] n0 = new double[counts.states().size()];
    long total = 0;
    for (int state = 0; state < n0.length; state++) {
      n0[state] = counts.attempts(state);
      total += counts.attempts(state);
    }
    return switch (rule) {
      case ATTEMPTS -> n0;
      case UNIFORM -> {
        Arrays.fill(n0, (double) totalAttempts.orElse(total) / n0.length);
        yield n0;
      }
      case OUTGOING -> {
        double[] moves = new double[n0.length];
        for (int move = 0; move < counts.moves(); move++) {
          moves[counts.source(move)] += counts.count(move);
        }
        yield moves;
      }
    };
  }
}
