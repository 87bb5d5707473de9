package org.galton.reward.budget;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.galton.numerics.SplitMix64;

/**
 * Adds rollouts one by one where the next adds most, ties to the prompt that stands first. Since
 * what a rollout adds falls with their number, this is the best division of the budget.
 *
 * <p>A queue alone takes a step for each rollout. Here most steps are taken at once, as a
 * quickselect does: all rollouts that add more than some candidate are either within the budget or
 * too many, which halves the candidates in the mean; the queue decides among the last few. The
 * result is that of the queue. Cost: prompts * log(most rollouts), whatever the budget.
 */
final class BestMarginals {
  /** So many prompts for each candidate that is left to the queue. */
  private static final int PROMPTS_PER_CANDIDATE = 16;

  /** Rounding may make a gain rise by a last digit, on which halving could stand still. */
  private static final int MOST_ROUNDS = 200;

  private final Marginal marginal;
  private final double[] rates;

  /** The rollouts of each prompt lie between these. */
  private final int[] low;

  private final int[] high;

  private BestMarginals(Marginal marginal, double[] rates, RolloutBounds bounds) {
    this.marginal = marginal;
    this.rates = rates;
    low = filled(bounds.low());
    high = filled(bounds.high());
  }

  /**
   * Rollouts of each prompt, from the fewest on.
   *
   * @param rates above 0 and below 1
   * @param budget to add
   */
  static int[] of(Marginal marginal, double[] rates, RolloutBounds bounds, long budget) {
    BestMarginals search = new BestMarginals(marginal, rates, bounds);
    if (budget >= search.candidates()) {
      return search.high;
    }
    long added = search.narrow(budget);
    search.queue(budget - added);
    return search.low;
  }

  private long candidates() {
    return between(low, high);
  }

  /** Returns how many were added. */
  private long narrow(long budget) {
    SplitMix64 random = new SplitMix64(rates.length);
    long added = 0;
    long candidates = candidates();
    for (int round = 0;
        round < MOST_ROUNDS && added < budget && candidates > rates.length / PROMPTS_PER_CANDIDATE;
        round++) {
      double pivot = candidate((long) (random.nextUnit() * candidates));
      int[] above = counts(pivot, Side.ABOVE);
      long more = between(low, above);
      if (added + more > budget) {
        System.arraycopy(above, 0, high, 0, high.length);
      } else {
        System.arraycopy(above, 0, low, 0, low.length);
        added += more;
        int[] from = counts(pivot, Side.FROM);
        long ties = between(low, from);
        if (added + ties > budget) {
          System.arraycopy(from, 0, high, 0, high.length);
          return added;
        }
        System.arraycopy(from, 0, low, 0, low.length);
        added += ties;
      }
      candidates = candidates();
    }
    return added;
  }

  /** Which candidates are counted beside a pivot. */
  private enum Side {
    ABOVE {
      @Override
      boolean counts(double gain, double pivot) {
        return gain > pivot;
      }
    },
    FROM {
      @Override
      boolean counts(double gain, double pivot) {
        return gain >= pivot;
      }
    };

    abstract boolean counts(double gain, double pivot);
  }

  /** What the n-th candidate adds. */
  private double candidate(long n) {
    long place = n;
    int i = 0;
    while (place >= high[i] - low[i]) {
      place -= high[i] - low[i];
      i++;
    }
    return marginal.gain(low[i] + (int) place, rates[i]);
  }

  /** Rollouts of each prompt when all candidates on one side of the pivot are added. */
  private int[] counts(double pivot, Side side) {
    int[] counts = new int[low.length];
    for (int i = 0; i < counts.length; i++) {
      int from = low[i];
      int to = high[i];
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (side.counts(marginal.gain(middle, rates[i]), pivot)) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      counts[i] = from;
    }
    return counts;
  }

  private record Offer(double gain, int prompt) {}

  private void queue(long budget) {
    PriorityQueue<Offer> offers =
        new PriorityQueue<>(
            Comparator.comparingDouble(Offer::gain).reversed().thenComparingInt(Offer::prompt));
    for (int i = 0; budget > 0 && i < low.length; i++) {
      offer(offers, i);
    }
    for (long left = budget; left > 0; left--) {
      int best = offers.remove().prompt();
      low[best]++;
      offer(offers, best);
    }
  }

  private void offer(PriorityQueue<Offer> offers, int prompt) {
    if (low[prompt] < high[prompt]) {
      offers.add(new Offer(marginal.gain(low[prompt], rates[prompt]), prompt));
    }
  }

  private int[] filled(int value) {
    int[] filled = new int[rates.length];
    Arrays.fill(filled, value);
    return filled;
  }

  private static long between(int[] low, int[] high) {
    long sum = 0;
    for (int i = 0; i < low.length; i++) {
      sum += high[i] - low[i];
    }
    return sum;
  }
}
